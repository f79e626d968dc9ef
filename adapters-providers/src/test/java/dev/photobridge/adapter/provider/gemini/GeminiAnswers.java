package dev.photobridge.adapter.provider.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/// Pieces of the service's answers, as JSON in the other quotation marks.
final class GeminiAnswers {
  static final String USAGE =
      """
      'usageMetadata':{'promptTokenCount':1380,'candidatesTokenCount':1120,'thoughtsTokenCount':210,
       'candidatesTokensDetails':[{'modality':'IMAGE','tokenCount':1120}]}\
      """;
  // 1380 x 1.50 + 210 x 7.50 + 1120 x 30.00, in micro-dollars
  static final long COST_OF_USAGE = 37_245;

  private GeminiAnswers() {}

  static String text(String text) {
    return "{'text':'" + text + "'}";
  }

  static String image(String content, boolean thought) {
    String data = Base64.getEncoder().encodeToString(content.getBytes(UTF_8));
    String flag = thought ? ",'thought':true" : "";
    return "{'inlineData':{'mimeType':'image/png','data':'" + data + "'}" + flag + "}";
  }

  /// JSON, written with the other quotation marks.
  static String json(String text) {
    return text.replace('\'', '"');
  }
}
