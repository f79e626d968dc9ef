package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.application.port.out.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// A form as `application/x-www-form-urlencoded`.
final class FormBody implements ByteSource {
  static final String TYPE = "application/x-www-form-urlencoded";

  private final byte[] bytes;

  /// @param fields in their order
  FormBody(Map<String, String> fields) {
    this.bytes =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"))
            .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
