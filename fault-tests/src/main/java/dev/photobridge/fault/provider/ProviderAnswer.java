package dev.photobridge.fault.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Answers as the Gemini API gives them, whole and broken.
final class ProviderAnswer {
  private static final long HUGE = 200_000_000;
  private static final String HTML = "<html><body>Sign in to the hotel's network</body></html>";

  private ProviderAnswer() {}

  /// The image.
  static byte[] image(byte[] jpeg) {
    return ok(withImage(Base64.getEncoder().encodeToString(jpeg)));
  }

  static byte[] withoutImage() {
    return ok(
        "{\"candidates\":[{\"finishReason\":\"STOP\",\"content\":{\"parts\":[{\"text\":\"A nice"
            + " photo.\"}]}}]}");
  }

  static byte[] refusal() {
    return ok("{\"candidates\":[{\"finishReason\":\"IMAGE_SAFETY\"}]}");
  }

  static byte[] html() {
    byte[] page = HTML.getBytes(StandardCharsets.UTF_8);
    return ok(withImage(Base64.getEncoder().encodeToString(page)));
  }

  static byte[] truncatedBase64(byte[] jpeg) {
    String whole = Base64.getEncoder().encodeToString(jpeg);
    return ok(withImage(whole.substring(0, whole.length() / 8 * 4 + 1)));
  }

  static byte[] firstHalf(byte[] answer) {
    return Arrays.copyOf(answer, answer.length / 2);
  }

  static byte[] error(int status, String word, String more) {
    return answer(
        status + " Error",
        more,
        "{\"error\":{\"code\":%d,\"message\":\"broken on purpose\",\"status\":\"%s\"}}"
            .formatted(status, word));
  }

  /// An answer without an end in sight; ends when the caller has enough.
  static void writeHuge(OutputStream out) throws IOException {
    out.write(head("200 OK", "", HUGE).getBytes(StandardCharsets.UTF_8));
    out.write(
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"".getBytes(StandardCharsets.UTF_8));
    byte[] letters = new byte[65_536];
    Arrays.fill(letters, (byte) 'x');
    for (long sent = 0; sent < HUGE; sent += letters.length) {
      out.write(letters);
    }
  }

  /// What a slow answer begins with.
  static byte[] slowHead() {
    return head("200 OK", "", HUGE).getBytes(StandardCharsets.UTF_8);
  }

  private static String withImage(String base64) {
    return "{\"candidates\":[{\"finishReason\":\"STOP\",\"content\":{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/jpeg\",\"data\":\"%s\"}}]}}]}"
        .formatted(base64);
  }

  private static byte[] ok(String json) {
    return answer("200 OK", "", json);
  }

  private static byte[] answer(String status, String more, String json) {
    return (head(status, more, json.length()) + json).getBytes(StandardCharsets.UTF_8);
  }

  private static String head(String status, String more, long length) {
    return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
        .formatted(status, length, more);
  }
}
