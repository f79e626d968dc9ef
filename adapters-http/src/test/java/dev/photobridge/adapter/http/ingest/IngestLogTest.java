package dev.photobridge.adapter.http.ingest;

import static dev.photobridge.adapter.http.testing.FormText.form;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substitute;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class IngestLogTest extends IngestTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(IngestLog.class);
  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
    logger.setLevel(null);
    logger.setAdditive(true);
  }

  @Test
  void writesOneLineAboutAPhoto() throws Exception {
    RawResponse response = postTo("/ingest/igor/slot-001?answer=yes", goodForm());
    ILoggingEvent line = lines.next();
    assertThat(line.getFormattedMessage())
        .matches("ingest igor/slot-001: 200 ok in \\d+\\.\\d{3} s, job " + FakeIngest.JOB);
    assertThat(line.getMDCPropertyMap())
        .containsEntry("request", response.header("X-Request-Id").orElseThrow());
  }

  @Test
  void saysThatTheBoothGotAnotherPhotoAndWhy() throws Exception {
    var late = new IngestPhotoOutcome.TooLate(FakeIngest.JOB);
    ingest.processing = _ -> FakeIngest.substituted(Substitute.ORIGINAL_PHOTO, late);
    post(goodForm());
    assertThat(lines.next().getFormattedMessage())
        .matches(
            "ingest slot-001: 200 ok in \\d+\\.\\d{3} s, job %s; the booth got the original photo"
                    .formatted(FakeIngest.JOB)
                + " instead of a processed photo, because: deadline_passed");

    ingest.processing = _ -> FakeIngest.substituted(Substitute.LOCAL_EFFECT, late);
    post(goodForm());
    assertThat(lines.next().getFormattedMessage())
        .contains("the photo with the slot's local effect instead of a processed photo");
  }

  @Test
  void writesOneLineAboutARefusalWithoutFieldsAndPassword() throws Exception {
    post(form().field("user_id", "Acer").field("password", "wrong one").end());
    assertThat(lines.next().getFormattedMessage())
        .matches("ingest slot-001: 401 ingest_password_wrong in \\d+\\.\\d{3} s, job none");
  }

  @Test
  void doesNotRepeatWhatNamesNoSlot() throws Exception {
    postTo("/ingest/slot-099%0d%0aingest%20slot-001", goodForm());
    assertThat(lines.next().getFormattedMessage()).startsWith("ingest (no slot): 404 ");
    postTo("/ingest/%0a/slot-001", goodForm());
    assertThat(lines.next().getFormattedMessage()).startsWith("ingest (no slot): 200 ");
  }

  /// Lines that may be written after the answer has been read.
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final BlockingQueue<ILoggingEvent> waiting = new LinkedBlockingQueue<>();

    @Override
    protected void append(ILoggingEvent line) {
      line.prepareForDeferredProcessing();
      waiting.add(line);
    }

    ILoggingEvent next() throws InterruptedException {
      ILoggingEvent line = waiting.poll(30, TimeUnit.SECONDS);
      assertThat(line).as("a line in the log").isNotNull();
      return line;
    }
  }
}
