package dev.photobridge.adapter.provider.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceSourceTest {
  private static final byte[] FILE = Bytes.text("0123456789");
  private static final String EXPECTED = "01abc\0\0\00089" + "5";

  private static PieceSource source() {
    var pieces = new PieceList();
    pieces.keep(0, 1);
    pieces.keep(1, 2);
    pieces.keep(2, 2);
    pieces.insert(Bytes.text("abc"));
    pieces.blank(0);
    pieces.blank(3);
    pieces.keep(8, 10);
    pieces.keep(5, 6);
    return (PieceSource) ((CutPhoto.Cut) pieces.of(new BytesFile(FILE))).bytes();
  }

  @Test
  void deliversThePiecesEachTimeItIsOpened() throws IOException {
    var source = source();
    assertThat(source.size()).isEqualTo(EXPECTED.length());
    for (int time = 0; time < 2; time++) {
      try (var stream = source.open()) {
        assertThat(Bytes.text(stream.readAllBytes())).isEqualTo(EXPECTED);
      }
    }
  }

  @Test
  void makesOnePieceOfNeighbours() {
    assertThat(source().pieces()).first().isEqualTo(new Piece.Stretch(0, 2));
  }

  @Test
  void deliversSingleBytesAndParts() throws IOException {
    var text = new StringBuilder();
    try (var stream = source().open()) {
      text.append((char) stream.read());
      byte[] target = new byte[5];
      for (int count = stream.read(target, 1, 2); count >= 0; count = stream.read(target, 1, 2)) {
        assertThat(count).isBetween(1, 2);
        text.append(Bytes.text(target), 1, 1 + count);
      }
      assertThat(stream.read()).isEqualTo(-1);
      assertThat(target[0]).isZero();
      assertThat(target[3]).isZero();
    }
    assertThat(text).hasToString(EXPECTED);
  }

  @Test
  void overwritesWhatTheCallersBufferHeldWithZeros() throws IOException {
    byte[] target = Bytes.text("xxxx");
    var source = new PieceSource(new BytesFile(FILE), List.of(new Piece.Zeros(2)));
    try (var stream = source.open()) {
      assertThat(stream.read(target, 1, 3)).isEqualTo(2);
    }
    assertThat(Bytes.text(target)).isEqualTo("x\0\0x");
  }

  @Test
  void saysThatTheFileHasBecomeShorter() throws IOException {
    var pieces = new PieceList();
    pieces.keep(5, 11);
    try (var stream = ((CutPhoto.Cut) pieces.of(new BytesFile(FILE))).bytes().open()) {
      assertThatThrownBy(stream::readAllBytes)
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("shorter");
    }
  }

  @Test
  void hasABoundToItsPieces() {
    var pieces = new PieceList();
    for (int i = 0; i < 10_001; i++) {
      pieces.keep(2L * i, 2L * i + 1);
    }
    assertThat(pieces.of(new BytesFile(FILE))).isInstanceOf(CutPhoto.Impossible.class);
  }
}
