package dev.photobridge.adapter.provider.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelImageInputTest {
  private final byte[] bytes = new byte[200_000];
  private final Random random = new Random(7);

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void writeFile() throws Exception {
    random.nextBytes(bytes);
    file = Files.write(folder.resolve("bytes"), bytes);
  }

  @Test
  void readsTheSameBytesFromEveryPlace() throws Exception {
    try (var input = new ChannelImageInput(Files.newByteChannel(file))) {
      assertThat(input.length()).isEqualTo(bytes.length);
      for (int i = 0; i < 2_000; i++) {
        int position = random.nextInt(bytes.length - 100);
        input.seek(position);

        assertThat(input.read()).isEqualTo(bytes[position] & 0xff);
        byte[] some = new byte[random.nextInt(1, 99)];
        input.readFully(some);
        assertThat(some)
            .isEqualTo(Arrays.copyOfRange(bytes, position + 1, position + 1 + some.length));
        assertThat(input.getStreamPosition()).isEqualTo(position + 1 + some.length);
      }
    }
  }

  @Test
  void readsAcrossItsWindow() throws Exception {
    try (var input = new ChannelImageInput(Files.newByteChannel(file))) {
      byte[] all = new byte[bytes.length];

      input.readFully(all);

      assertThat(all).isEqualTo(bytes);
      assertThat(input.read()).isEqualTo(-1);
      assertThat(input.read(all, 0, 1)).isEqualTo(-1);
      assertThatThrownBy(input::readByte).isInstanceOf(EOFException.class);
    }
  }
}
