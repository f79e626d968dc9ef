package dev.photobridge.adapter.http.upload;

import dev.photobridge.adapter.http.testing.FormText;
import dev.photobridge.application.port.in.UploadRejection;
import dev.photobridge.domain.media.ByteSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// What came of reading a form in a test: its file and fields, or why it was refused.
record ReadForm(@Nullable UploadRejection rejection, Map<String, String> fields, String file) {
  static final ByteSize MAX_FILE = new ByteSize(200_000);

  /// Reads a whole form at once.
  static ReadForm of(byte[] form) {
    return inPieces(new ByteArrayInputStream(form), () -> Integer.MAX_VALUE);
  }

  /// Reads a form in pieces of random length.
  static ReadForm inRandomPieces(byte[] form, Random random, int longest) {
    return inPieces(new ByteArrayInputStream(form), () -> 1 + random.nextInt(longest));
  }

  static ReadForm inPieces(InputStream in, IntSupplier lengths) {
    var file = new ByteArrayOutputStream();
    var rules = new FormRules("file", MAX_FILE, (_, _) -> Optional.empty());
    try {
      var reader = new MultipartReader(pieces(in, lengths), FormText.BOUNDARY);
      return new ReadForm(null, new FormParts(rules, file).read(reader), text(file));
    } catch (FormRejectedException e) {
      return new ReadForm(e.why(), Map.of(), text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream pieces(InputStream in, IntSupplier lengths) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return in.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return in.read(bytes, offset, Math.min(length, lengths.getAsInt()));
      }

      @Override
      public int available() throws IOException {
        return lengths.getAsInt() % 2 == 0 ? in.available() : 0;
      }
    };
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
