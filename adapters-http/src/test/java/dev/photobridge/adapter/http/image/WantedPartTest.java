package dev.photobridge.adapter.http.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedPartTest {
  private static final long SIZE = 1000;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-499, 0, 500",
    "bytes=500-999, 500, 500",
    "bytes=500-, 500, 500",
    "bytes=0-, 0, 1000",
    "bytes=999-, 999, 1",
    "bytes=-1, 999, 1",
    "bytes=-1000, 0, 1000",
    "bytes=-5000, 0, 1000",
    "bytes=0-5000, 0, 1000",
    "bytes=999-1000, 999, 1",
    "BYTES=1-2, 1, 2",
    "'bytes= 1-2 ', 1, 2",
    "bytes=0001-0002, 1, 2",
    "bytes=1-99999999999999999999999, 1, 999",
    "bytes=-99999999999999999999999, 0, 1000",
  })
  void oneRangeIsAPart(String range, long first, long length) {
    assertThat(WantedPart.of(range, SIZE)).isEqualTo(new WantedPart.Part(first, length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=1000-",
        "bytes=1000-1000",
        "bytes=1001-2000",
        "bytes=-0",
        "bytes=99999999999999999999999-",
      })
  void whatBeginsBehindTheEndIsBeyond(String range) {
    assertThat(WantedPart.of(range, SIZE)).isEqualTo(new WantedPart.Beyond());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=2-1",
        "bytes=a-b",
        "bytes=1",
        "bytes=--1",
        "bytes=1-2,4-5",
        "bytes=0-0,-1",
        "bytes=1 - 2",
        "bytes 1-2/1000",
        "pages=1-2",
        "bytes=+1-2",
        "bytes=0x1-0x2",
      })
  void whatIsNoRangeOrManyIsIgnored(String range) {
    assertThat(WantedPart.of(range, SIZE)).isEqualTo(new WantedPart.Whole());
  }
}
