package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ErrorText;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.RetryAfter;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Posts forms to the service's methods. Safe for use by many threads.
final class TurbotextPosts {
  private static final int MAX_BYTES = AnswerLimits.DEFAULT.maxErrorBytes();

  private final ProviderHttpClient http;
  private final TurbotextAddress address;
  private final ProviderJson json = new ProviderJson();

  TurbotextPosts(ProviderHttpClient http, TurbotextAddress address) {
    this.http = http;
    this.address = address;
  }

  /// Posts once.
  ///
  /// @param key of the account; hidden in what comes back
  /// @param form its fields in their order
  ExchangeOutcome<TurbotextReply> post(
      String method, String key, Map<String, String> form, Deadline deadline)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(address.method(method))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", FormBody.TYPE)
            .header("Accept", "application/json");
    return http.post(
        request,
        new FormBody(form),
        deadline,
        (status, headers, body) -> read(status, headers, body, key));
  }

  /// What somebody else passed on of the service's answers.
  TurbotextAnswer read(String text, String key) {
    return answer(text.getBytes(StandardCharsets.UTF_8), key);
  }

  private TurbotextReply read(int status, HttpHeaders headers, InputStream body, String key)
      throws IOException, UnusableAnswerException {
    byte[] text = status == 200 ? whole(body) : ErrorText.read(body, MAX_BYTES);
    return new TurbotextReply(status, answer(text, key), RetryAfter.in(headers));
  }

  private static byte[] whole(InputStream body) throws IOException, UnusableAnswerException {
    byte[] text = body.readNBytes(MAX_BYTES + 1);
    if (text.length > MAX_BYTES) {
      throw UnusableAnswerException.tooLarge("more than " + MAX_BYTES + " bytes");
    }
    return text;
  }

  private TurbotextAnswer answer(byte[] text, String key) {
    String hidden = ApiKey.hidden(key, new String(text, StandardCharsets.UTF_8));
    return new TurbotextAnswer(json.tree(hidden.getBytes(StandardCharsets.UTF_8)));
  }
}
