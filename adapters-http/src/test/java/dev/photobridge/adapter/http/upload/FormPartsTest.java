package dev.photobridge.adapter.http.upload;

import static dev.photobridge.adapter.http.testing.FormText.BOUNDARY;
import static dev.photobridge.adapter.http.testing.FormText.form;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.UploadRejection;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FormPartsTest {
  private static final byte[] PHOTO = "photo".getBytes(ISO_8859_1);

  @Test
  void keepsFieldsAroundTheFile() {
    ReadForm read =
        ReadForm.of(form().field("a", "1").file("file", PHOTO).field("имя", "Игорь").end());
    assertThat(read.file()).isEqualTo("photo");
    assertThat(read.fields()).isEqualTo(Map.of("a", "1", "имя", "Игорь"));
  }

  @Test
  void keepsTheLastOfARepeatedField() {
    assertThat(
            ReadForm.of(form().field("a", "1").field("a", "2").file("file", PHOTO).end()).fields())
        .isEqualTo(Map.of("a", "2"));
  }

  @Test
  void takesAFileWithoutAFileName() {
    assertThat(ReadForm.of(form().field("file", "photo").end()).file()).isEqualTo("photo");
  }

  @Test
  void readsTextOfOldWindowsPrograms() {
    byte[] name = "Игорь".getBytes(Charset.forName("windows-1251"));
    var form =
        form()
            .part("Content-Disposition: form-data; name=\"user_id\"", name)
            .file("file", PHOTO)
            .end();
    assertThat(ReadForm.of(form).fields()).isEqualTo(Map.of("user_id", "Игорь"));
  }

  @Test
  void replacesWhatNoDatabaseTakes() {
    assertThat(ReadForm.of(form().field("a", "x\0y").file("file", PHOTO).end()).fields())
        .isEqualTo(Map.of("a", "x\uFFFDy"));
  }

  @Test
  void findsTheNameAmongOddParameters() {
    String odd =
        "Content-Disposition: form-data; filename=\"C:\\photos\\a;name=b.jpg\" ; x ; =y; NAME ="
            + " \"fi\\\"le\\x\"";
    assertThat(ReadForm.of(form().part(odd, PHOTO).end()).rejection())
        .isInstanceOf(UploadRejection.FileMissing.class);
    String named = "Content-Disposition: form-data; filename*=UTF-8''a.jpg; name=file";
    assertThat(ReadForm.of(form().part(named, PHOTO).end()).file()).isEqualTo("photo");
  }

  @Test
  void refusesASecondFile() {
    isRepeated(form().file("file", PHOTO).file("file", PHOTO).end());
    isRepeated(form().file("file", PHOTO).file("other", PHOTO).end());
    isRepeated(form().file("other", PHOTO).file("file", PHOTO).end());
    isRepeated(form().field("file", "photo").file("file", PHOTO).end());
  }

  @Test
  void missesTheFileWhenOnlyAnotherOneIsThere() {
    assertThat(ReadForm.of(form().file("other", PHOTO).end()).rejection())
        .isInstanceOf(UploadRejection.FileMissing.class);
    assertThat(ReadForm.of(form().field("a", "1").end()).rejection())
        .isInstanceOf(UploadRejection.FileMissing.class);
  }

  @Test
  void takesAFileUpToTheLimitOnly() {
    int max = (int) ReadForm.MAX_FILE.bytes();
    assertThat(ReadForm.of(form().file("file", new byte[max]).end()).rejection()).isNull();
    assertThat(ReadForm.of(form().file("file", new byte[max + 1]).end()).rejection())
        .isEqualTo(new UploadRejection.FileTooLarge(ReadForm.MAX_FILE));
  }

  @Test
  void takesTextUpToTheLimitsOnly() {
    String longest = "x".repeat(FormParts.MAX_FIELD_BYTES);
    assertThat(ReadForm.of(form().field("a", longest).file("file", PHOTO).end()).fields())
        .isEqualTo(Map.of("a", longest));
    isMalformed(form().field("a", longest + "x").file("file", PHOTO).end());
    var sevenFields = form();
    for (int i = 0; i < 8; i++) {
      sevenFields.field("a" + i, longest);
    }
    isMalformed(sevenFields.field("b", "x").file("file", PHOTO).end());
  }

  @Test
  void takesSoManyFieldsOnly() {
    var form = form();
    for (int i = 0; i < FormParts.MAX_FIELDS; i++) {
      form.field("a" + i, "1");
    }
    assertThat(ReadForm.of(form().raw(form.bytes()).file("file", PHOTO).end()).fields())
        .hasSize(FormParts.MAX_FIELDS);
    for (int i = 0; i < 10_000; i++) {
      form.field("b" + i, "1");
    }
    isMalformed(form.file("file", PHOTO).end());
  }

  @Test
  void stopsReadingAtTheFirstUnacceptableThing() {
    var endless = new EndlessStream();
    byte[] start =
        form()
            .raw("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n")
            .bytes();
    var body = new SequenceInputStream(new ByteArrayInputStream(start), endless);
    assertThat(ReadForm.inPieces(body, () -> 1_000).rejection())
        .isInstanceOf(UploadRejection.Malformed.class);
    assertThat(endless.read.get()).isLessThan(64 * 1024);
  }

  private static void isRepeated(byte[] form) {
    assertThat(ReadForm.of(form).rejection()).isInstanceOf(UploadRejection.FileRepeated.class);
  }

  private static void isMalformed(byte[] form) {
    assertThat(ReadForm.of(form).rejection()).isInstanceOf(UploadRejection.Malformed.class);
  }

  private static final class EndlessStream extends InputStream {
    private final AtomicLong read = new AtomicLong();

    @Override
    public int read() {
      read.incrementAndGet();
      return 'x';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      read.addAndGet(length);
      return length;
    }
  }
}
