package dev.photobridge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.app.config.LogFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogOutputTest {
  private final LoggerContext logging = new LoggerContext();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void aLineOfJsonSaysWhenHowBadWhereWhatInWhichRequestAndWhy() throws IOException {
    Logger log = loggerFor(LogFormat.JSON);

    try (var _ = MDC.putCloseable("request", "0123abcd")) {
      log.warn("Two lines\nof \"{}\"", "фото", new IOException("why"));
    }
    log.info("the next one");

    String[] lines = text().split("\n");
    assertThat(lines).hasSize(2);
    JsonNode line = new ObjectMapper().readTree(lines[0]);
    assertThat(line.path("timestamp").isIntegralNumber()).isTrue();
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("loggerName").asText()).isEqualTo("photobridge.test");
    assertThat(line.path("formattedMessage").asText()).isEqualTo("Two lines\nof \"фото\"");
    assertThat(line.path("mdc").path("request").asText()).isEqualTo("0123abcd");
    assertThat(line.path("throwable").path("className").asText())
        .isEqualTo(IOException.class.getName());
    assertThat(line.path("throwable").path("message").asText()).isEqualTo("why");
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "timestamp", "level", "loggerName", "mdc", "formattedMessage", "throwable");
  }

  @Test
  void textStaysAsItIsConfigured() {
    loggerFor(LogFormat.TEXT).info("Ready");

    assertThat(text()).isEqualTo("INFO Ready\n");
  }

  private Logger loggerFor(LogFormat format) {
    logging.setMDCAdapter(MDC.getMDCAdapter());
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(logging);
    encoder.setPattern("%level %msg\n");
    encoder.start();
    var output = new OutputStreamAppender<ILoggingEvent>();
    output.setContext(logging);
    output.setEncoder(encoder);
    output.setOutputStream(written);
    output.start();
    logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(output);
    LogOutput.use(format, logging);
    return logging.getLogger("photobridge.test");
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
