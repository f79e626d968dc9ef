package dev.photobridge.benchmark.fake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The bodies of a `generateContent` call, as far as a program needs them that only passes them on.
public final class GeminiJson {
  private GeminiJson() {}

  /// The answer with this image.
  public static byte[] answer(byte[] jpeg) {
    return """
    {"candidates":[{"finishReason":"STOP","content":{"role":"model","parts":[\
    {"inlineData":{"mimeType":"image/jpeg","data":"%s"}}]}}]}\
    """
        .formatted(Base64.getEncoder().encodeToString(jpeg))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// The request with this photo, as the server would send it.
  public static byte[] request(byte[] jpeg) {
    return """
    {"contents":[{"role":"user","parts":[\
    {"inlineData":{"mimeType":"image/jpeg","data":"%s"}},{"text":"Make it a comic"}]}],\
    "generationConfig":{"responseModalities":["IMAGE"],"imageConfig":{"aspectRatio":"4:3"}}}\
    """
        .formatted(Base64.getEncoder().encodeToString(jpeg))
        .getBytes(StandardCharsets.US_ASCII);
  }
}
