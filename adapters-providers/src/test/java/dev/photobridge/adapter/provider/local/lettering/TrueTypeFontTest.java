package dev.photobridge.adapter.provider.local.lettering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrueTypeFontTest {
  private static final double SIZE = 1000;

  @ParameterizedTest
  @EnumSource
  void knowsWhatIsWrittenAtRussianParties(Typeface typeface) {
    TrueTypeFont font = typeface.font();

    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№«»—–…0123456789 .,:;!?&@#%"
        .codePoints()
        .forEach(c -> assertThat(font.knows(c)).as("%c", c).isTrue());
    assertThat(font.knows(0x1f600)).isFalse();
    assertThat(font.knows('漢')).isFalse();
  }

  @Test
  void drawsLettersOnTheLineInTheirSize() {
    Rectangle2D box = Typeface.SANS.font().outline("Н", 100, 2000, SIZE).getBounds2D();

    assertThat(box.getMaxY()).isCloseTo(2000, within(5.0));
    assertThat(box.getHeight()).as("height of capitals").isBetween(650.0, 750.0);
    assertThat(box.getMinX()).isBetween(110.0, 200.0);
    assertThat(box.getWidth()).isBetween(450.0, 650.0);
  }

  @Test
  void leavesTheHoleOfAnOOpen() {
    Path2D ring = Typeface.SANS.font().outline("О", 0, 0, SIZE);
    Rectangle2D box = ring.getBounds2D();

    assertThat(ring.contains(box.getCenterX(), box.getCenterY())).isFalse();
    assertThat(ring.contains(box.getMinX() + 60, box.getCenterY())).isTrue();
    assertThat(ring.contains(box.getMaxX() - 60, box.getCenterY())).isTrue();
    assertThat(ring.contains(box.getCenterX(), box.getMinY() + 40)).isTrue();
    assertThat(ring.contains(box.getCenterX(), box.getMaxY() - 40)).isTrue();
    assertThat(ring.contains(box.getMinX() + 5, box.getMinY() + 5)).isFalse();
  }

  @Test
  void setsMarksAboveLettersThatAreComposed() {
    TrueTypeFont font = Typeface.SANS.font();

    double plain = font.outline("И", 0, 0, SIZE).getBounds2D().getHeight();
    Path2D marked = font.outline("Й", 0, 0, SIZE);

    assertThat(marked.getBounds2D().getHeight()).isGreaterThan(plain + 100);
    assertThat(font.outline("ё", 0, 0, SIZE).getBounds2D().getHeight())
        .isGreaterThan(font.outline("е", 0, 0, SIZE).getBounds2D().getHeight() + 100);
  }

  @Test
  void givesEveryLetterItsRoom() {
    TrueTypeFont sans = Typeface.SANS.font();
    TrueTypeFont mono = Typeface.MONO.font();

    assertThat(sans.width("Ш")).isGreaterThan(2 * sans.width("i"));
    assertThat(sans.width("ШШШ")).isCloseTo(3 * sans.width("Ш"), within(1e-9));
    assertThat(sans.width("AV")).isLessThan(sans.width("A") + sans.width("V") - 0.02);
    assertThat(mono.width("Ш")).isEqualTo(mono.width("i")).isCloseTo(0.6, within(0.01));
    assertThat(sans.width("")).isZero();
  }

  @Test
  void passesOverWhatItDoesNotKnow() {
    TrueTypeFont font = Typeface.SERIF.font();

    assertThat(font.width("A\uD83D\uDE00B")).isEqualTo(font.width("AB"));
    assertThat(font.outline("\uD83D\uDE00", 0, 0, SIZE).getBounds2D().isEmpty()).isTrue();
    assertThat(font.outline(" ", 0, 0, SIZE).getBounds2D().isEmpty()).isTrue();
  }

  @Test
  void saysWhatAFileLacks() {
    assertThatThrownBy(() -> TrueTypeFont.read(new byte[12]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the font has no table head");
  }
}
