package dev.photobridge.adapter.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamedBodyTest {
  private final ProviderJson json = new ProviderJson();

  record Photo(String type, InlineImage data, @Nullable String note) {}

  record Album(String title, List<Photo> photos, @Nullable Integer year) {}

  @Test
  void isTheDocumentWithItsImagesInBase64() throws Exception {
    byte[] first = random(1, 10);
    byte[] second = random(2, 100_000);
    var album = new Album("A \"b\" ё\n", List.of(photo("jpeg", first), photo("png", second)), null);

    StreamedBody document = json.write(album);

    String expected =
        "{\"title\":\"A \\\"b\\\" ё\\n\",\"photos\":[{\"type\":\"jpeg\",\"data\":\"%s\"},{\"type\":\"png\",\"data\":\"%s\"}]}"
            .formatted(base64(first), base64(second));
    assertThat(new String(all(document), UTF_8)).isEqualTo(expected);
    assertThat(document.size()).isEqualTo(expected.getBytes(UTF_8).length);
  }

  @Test
  void isExactForEverySizeAroundTheChunks() throws Exception {
    int chunk = 48 * 1024;
    var sizes = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, chunk - 1, chunk, chunk + 1, 2 * chunk));
    sizes.add(2 * chunk + 2);
    for (int size : sizes) {
      byte[] image = random(size, size);
      StreamedBody document = json.write(photo("jpeg", image));
      byte[] sent = all(document);
      assertThat(document.size()).isEqualTo(sent.length);
      assertThat(new String(sent, UTF_8))
          .isEqualTo("{\"type\":\"jpeg\",\"data\":\"" + base64(image) + "\"}");
    }
  }

  @Test
  void canBeReadInAnyPiecesAndAnyNumberOfTimes() throws Exception {
    StreamedBody document = json.write(photo("jpeg", random(5, 100)));
    byte[] whole = all(document);
    for (int piece = 1; piece <= whole.length; piece++) {
      try (InputStream in = document.open()) {
        byte[] again = new byte[whole.length];
        int length = 0;
        for (int count = 0; count >= 0 && length < again.length; length += Math.max(count, 0)) {
          count = in.read(again, length, Math.min(piece, again.length - length));
        }
        assertThat(again).isEqualTo(whole);
        assertThat(in.read()).isEqualTo(-1);
      }
    }
    try (InputStream in = document.open()) {
      for (byte expected : whole) {
        assertThat(in.read()).isEqualTo(expected & 0xff);
      }
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void asksItsSourceForOnePieceAtATimeAndClosesIt() throws Exception {
    var source = new WatchedSource(10_000_000);
    StreamedBody document = json.write(new Photo("jpeg", new InlineImage(source), null));
    assertThat(source.opened).as("opened before it is sent").isZero();
    try (InputStream in = document.open()) {
      in.readNBytes(100);
      assertThat(source.delivered).isLessThanOrEqualTo(48 * 1024);
      in.readNBytes(6_000_000);
      assertThat(source.delivered).isBetween(4_000_000L, 4_600_000L);
    }
    assertThat(source.opened).isEqualTo(1);
    assertThat(source.closed).isEqualTo(1);
  }

  private static Photo photo(String type, byte[] bytes) {
    return new Photo(type, new InlineImage(bytes(bytes)), null);
  }

  static ByteSource bytes(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] random(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] all(ByteSource source) throws IOException {
    try (InputStream in = source.open()) {
      return in.readAllBytes();
    }
  }

  private static final class WatchedSource implements ByteSource {
    private final long size;
    private int opened;
    private int closed;
    private long delivered;

    WatchedSource(long size) {
      this.size = size;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public InputStream open() {
      opened++;
      return new InputStream() {
        @Override
        public int read() {
          return delivered++ < size ? 7 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          int count = (int) Math.min(length, size - delivered);
          delivered += count;
          return count > 0 ? count : -1;
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }
  }
}
