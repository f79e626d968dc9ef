package dev.photobridge.adapter.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.domain.job.FailureKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedJsonTest {
  private static final AnswerLimits SMALL = new AnswerLimits(100_000, 20_000, 100, 3);
  private static final String HELLO = "SGVsbG8sIGJvb3RoIQ==";

  @TempDir Path folder;
  private DraftFolder drafts;

  @BeforeEach
  void emptyFolder() {
    drafts = new DraftFolder(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':'SGVsbG8sIGJvb3RoIQ=='}",
        " \n{'a' : {'data'\t:\r 'SGVsbG8sIGJvb3RoIQ==' , 'b':[1, -2.5e3, true, null]}} ",
        "{'data':'SGVsbG8sIGJvb3RoIQ'}",
        "{'data':'SGVsbG8sIGJvb3RoIQ\\u003d\\u003D'}",
        "{'data':'SGVs\\nbG8sIGJv\\r\\nb3RoIQ==\\n'}",
        "{'data':'\\u0053GVsbG8sIGJvb3RoIQ=='}",
        "{'d\\u0061ta':'SGVsbG8sIGJvb3RoIQ=='}",
        "{'data':null,'data':7,'data':{},'data':['data'],'x':'data','data':'SGVsbG8sIGJvb3RoIQ=='}",
        "{'x':'\\'data\\':\\'SGVs\\'','y\\\\':'\\\\','data':'SGVsbG8sIGJvb3RoIQ=='}",
        "{'dat':'a','datas':'b','Data':'c','':'d','data':'SGVsbG8sIGJvb3RoIQ=='}",
        "{'a':'Grüße, привет, 📷 \\ud83d\\udcf7','data':'SGVsbG8sIGJvb3RoIQ==','z':'ё'}",
      })
  void findsTheImageWhereverTheDocumentIsSplit(String text) throws Exception {
    byte[] document = json(text);
    for (int piece = 1; piece <= document.length; piece++) {
      try (var received = read(new PiecemealStream(document, piece), SMALL)) {
        assertThat(bytesOf(received.take("0"))).asString(UTF_8).isEqualTo("Hello, booth!");
        assertThat(tree(received.text())).isEqualTo(withoutImage(document));
      }
    }
    assertThat(drafts.left()).as("taken drafts").isEqualTo(document.length);
  }

  @Test
  void takesBothAlphabets() throws Exception {
    byte[] image = {-5, -17, -2, -1, -1, -2, 62, 63};
    String standard = Base64.getEncoder().encodeToString(image);
    String urlSafe = Base64.getUrlEncoder().encodeToString(image);
    assertThat(standard).contains("+", "/");

    for (String text : new String[] {standard, urlSafe, standard.replace("/", "\\/")}) {
      byte[] document = ("{\"data\":\"" + text + "\"}").getBytes(UTF_8);
      for (int piece = 1; piece <= document.length; piece++) {
        try (var received = read(new PiecemealStream(document, piece), SMALL)) {
          assertThat(bytesOf(received.take("0"))).isEqualTo(image);
        }
      }
    }
  }

  @Test
  void carriesLargeImagesByteForByte() throws Exception {
    var random = new Random(42);
    for (int size : new int[] {24_575, 24_576, 24_577, 49_152, 1_000_003}) {
      byte[] image = new byte[size];
      random.nextBytes(image);
      String plain = Base64.getEncoder().encodeToString(image);
      String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(image);
      String lines = Base64.getMimeEncoder().encodeToString(image).replace("\r\n", "\\r\\n");
      for (String text : new String[] {plain, urlSafe, lines}) {
        byte[] document = ("{\"a\":[{\"data\":\"" + text + "\"}]}").getBytes(UTF_8);
        int piece = 1 + random.nextInt(20_000);
        try (var received = read(new PiecemealStream(document, piece), AnswerLimits.DEFAULT)) {
          assertThat(bytesOf(received.take("0"))).isEqualTo(image);
        }
      }
    }
  }

  @Test
  void keepsSeveralImagesApartAndThrowsAwayWhatNobodyTakes() throws Exception {
    String json = "{\"a\":[{\"data\":\"MQ==\"},{\"data\":\"Mg==\"},{\"data\":\"Mw==\"}]}";
    try (var received = read(json)) {
      assertThat(new String(received.text(), UTF_8))
          .isEqualTo("{\"a\":[{\"data\":\"0\"},{\"data\":\"1\"},{\"data\":\"2\"}]}");
      assertThat(bytesOf(received.take("1"))).asString(UTF_8).isEqualTo("2");
      assertThat(received.take("1")).as("taken already").isEmpty();
      assertThat(received.take("3")).as("never there").isEmpty();
    }
    assertThat(drafts.begun()).isEqualTo(3);
    assertThat(drafts.left()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=",
        "====",
        "A",
        "AAAAA",
        "SGVs!G8s",
        "SGVs=G8s",
        "SGVsbG8=SGVs",
        "SGVs\\u0000",
        "SGVs\\ud83d",
        "SGVs\\xbG8",
        "SGVs\\u00zz",
        "ÄÖÜ",
        "{}"
      })
  void anImageThatIsNoBase64IsNone(String text) throws Exception {
    byte[] document = ("{\"data\":\"" + text + "\",\"after\":1}").getBytes(UTF_8);
    for (int piece = 1; piece <= document.length; piece++) {
      try (var received = read(new PiecemealStream(document, piece), SMALL)) {
        assertThat(received.take("0")).isEmpty();
        assertThat(new String(received.text(), UTF_8)).isEqualTo("{\"data\":\"0\",\"after\":1}");
      }
    }
    assertThat(drafts.left()).isZero();
  }

  @Test
  void brokenBase64FarInsideALargeImageIsNoticed() throws Exception {
    String good = "QUJD".repeat(20_000);
    for (int place : new int[] {0, 32_767, 32_768, 79_999}) {
      String bad = good.substring(0, place) + "*" + good.substring(place + 1);
      try (var received = read("{\"data\":\"" + bad + "\"}")) {
        assertThat(received.take("0")).isEmpty();
      }
    }
    for (String end : new String[] {"=", "QUJ="}) {
      String first = end.length() == 1 ? good : "QUJD".repeat(8_191);
      String bad = first + end + "QUJD".repeat(9_000);
      try (var received = read("{\"data\":\"" + bad + "\"}", 200_000)) {
        assertThat(received.take("0")).as("goes on after its end").isEmpty();
      }
    }
  }

  @Test
  void longStringsAreCutBetweenCharacters() throws Exception {
    int limit = JsonImageScanner.LONGEST_STRING;
    for (String unit : new String[] {"a", "ё", "📷", "\\n", "\\u0451", "\\\\", "\\\""}) {
      for (int shift = 0; shift < 8; shift++) {
        String signature = "x".repeat(shift) + unit.repeat(3 * limit / unit.length());
        try (var received = read("{\"sig\":\"" + signature + "\",\"data\":\"" + HELLO + "\"}")) {
          String kept = tree(received.text()).get("sig").asText();
          assertThat(kept.getBytes(UTF_8)).hasSizeLessThan(limit + 8);
          assertThat(tree(("\"" + signature + "\"").getBytes(UTF_8)).asText()).startsWith(kept);
          assertThat(kept).hasSizeGreaterThan(limit / 8);
          assertThat(received.take("0")).isPresent();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{\"a\":\"b",
        "{\"data\":\"SGVs",
        "{\"data\":\"SGVs\\",
        "{\"data\":\"\\u00"
      })
  void aDocumentThatStopsInAStringIsCutOff(String json) throws Exception {
    var trouble = catchThrowableOfType(UnusableAnswerException.class, () -> read(json).close());
    assertThat(trouble.failure().reason()).isEqualTo("ANSWER_CUT_OFF");
    assertThat(trouble.failure().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(drafts.left()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>no</html>", "\"data\":\"SGVs\"", "[{}]", "Bad gateway"})
  void whatDoesNotBeginAsADocumentIsRefusedAtOnce(String text) {
    var endless = new EndlessStream(text);
    var trouble =
        catchThrowableOfType(
            UnusableAnswerException.class, () -> read(endless, AnswerLimits.DEFAULT).close());
    assertThat(trouble.failure().reason()).isEqualTo("ANSWER_NOT_JSON");
    assertThat(endless.read).isLessThan(100_000);
  }

  @Test
  void aFloodOfTextEndsAtTheLimit() throws Exception {
    var endless = new EndlessStream("{\"a\":[", "1,");
    var trouble =
        catchThrowableOfType(UnusableAnswerException.class, () -> read(endless, SMALL).close());
    assertThat(trouble.failure().reason()).isEqualTo("ANSWER_TOO_LARGE");
    assertThat(trouble.failure().detail()).contains("20000 bytes");
    assertThat(endless.read).isLessThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"data\":\"", "{\"sig\":\"", "{   "})
  void aFloodOfAnythingElseEndsAtTheLimitOfTheWhole(String beginning) throws Exception {
    var endless = new EndlessStream(beginning, beginning.endsWith(" ") ? " " : "QUJD");
    var trouble =
        catchThrowableOfType(UnusableAnswerException.class, () -> read(endless, SMALL).close());
    assertThat(trouble.failure().reason()).isEqualTo("ANSWER_TOO_LARGE");
    assertThat(trouble.failure().detail()).contains("100000 bytes");
    assertThat(drafts.left()).isZero();
  }

  @Test
  void moreImagesThanAllowedEndTheReading() throws Exception {
    String json = "{\"a\":[" + "{\"data\":\"MQ==\"},".repeat(4) + "0]}";
    var trouble = catchThrowableOfType(UnusableAnswerException.class, () -> read(json).close());
    assertThat(trouble.failure().detail()).contains("more than 3 images");
    assertThat(drafts.begun()).isEqualTo(3);
    assertThat(drafts.left()).isZero();
  }

  @Test
  void aBrokenConnectionIsPassedOnAndLeavesNoDraft() throws Exception {
    var broken =
        new PiecemealStream("{\"data\":\"SGVs".getBytes(UTF_8), 4) {
          @Override
          protected void ended() throws IOException {
            throw new IOException("reset");
          }
        };
    assertThatThrownBy(() -> read(broken, SMALL)).isExactlyInstanceOf(IOException.class);
    assertThat(drafts.left()).isZero();
  }

  @Test
  void aFullDiskIsOurTroubleAndNotTheProviders() {
    var json = new ByteArrayInputStream("{\"data\":\"SGVs\"}".getBytes(UTF_8));
    assertThatThrownBy(
            () ->
                ReceivedJson.read(
                    json,
                    "data",
                    () -> {
                      throw new IOException("no space left");
                    },
                    SMALL))
        .isInstanceOf(UncheckedIOException.class);
  }

  /// JSON, written with the other quotation marks.
  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }

  private ReceivedJson read(String json) throws IOException, UnusableAnswerException {
    return read(json, SMALL.maxBytes());
  }

  private ReceivedJson read(String json, long maxBytes)
      throws IOException, UnusableAnswerException {
    return read(new ByteArrayInputStream(json.getBytes(UTF_8)), SMALL.withMaxBytes(maxBytes));
  }

  private ReceivedJson read(InputStream body, AnswerLimits limits)
      throws IOException, UnusableAnswerException {
    return ReceivedJson.read(body, "data", drafts, limits);
  }

  @Test
  void imagesMayHaveAnotherName() throws Exception {
    String json = "{\"data\":[{\"b64_json\":\"SGVsbG8=\",\"data\":\"SGVsbG8=\"}]}";
    try (var received =
        ReceivedJson.read(
            new ByteArrayInputStream(json.getBytes(UTF_8)), "b64_json", drafts, SMALL)) {
      assertThat(tree(received.text()).at("/data/0/data").asText()).isEqualTo("SGVsbG8=");
      assertThat(received.take(tree(received.text()).at("/data/0/b64_json").asText()))
          .hasValueSatisfying(image -> image.close());
      assertThat(drafts.begun()).isEqualTo(1);
    }
  }

  private static JsonNode tree(byte[] json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  /// What the parser makes of the original document, with the image replaced.
  private static JsonNode withoutImage(byte[] document) throws IOException {
    String replaced =
        tree(document).toString().replaceFirst("\"data\":\"SGVs[^\"]*\"", "\"data\":\"0\"");
    return tree(replaced.getBytes(UTF_8));
  }

  private static byte[] bytesOf(Optional<MediaDraft> image) throws IOException {
    try (InputStream in = image.orElseThrow().file().open()) {
      return in.readAllBytes();
    }
  }

  /// The beginning once, the rest for ever.
  private static final class EndlessStream extends InputStream {
    private final byte[] beginning;
    private final byte[] rest;
    private long read;

    EndlessStream(String text) {
      this(text, text);
    }

    EndlessStream(String beginning, String rest) {
      this.beginning = beginning.getBytes(UTF_8);
      this.rest = rest.getBytes(UTF_8);
    }

    @Override
    public int read() {
      long place = read++;
      return place < beginning.length
          ? beginning[(int) place]
          : rest[(int) ((place - beginning.length) % rest.length)];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      for (int i = 0; i < length; i++) {
        into[offset + i] = (byte) read();
      }
      return length;
    }
  }
}
