package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.ServiceAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Where the service is: Google's own address, or a gateway that speaks the same.
///
/// @param base up to and including the API's version, without a slash at its end
public record GeminiAddress(URI base) {
  // v1 refuses fields that image models need
  private static final String DEFAULT_VERSION = "/v1beta";
  private static final Pattern ENDS_IN_VERSION = Pattern.compile(".*/v[0-9]+[a-z0-9]*");

  /// Google's.
  public static final GeminiAddress GOOGLE =
      of(URI.create("https://generativelanguage.googleapis.com"));

  /// The service at a configured address, with or without the API's version at its end; without one
  /// `/v1beta` is added.
  ///
  /// @throws IllegalArgumentException when it is not an `http` or `https` address, or has a query
  ///   or a password
  public static GeminiAddress of(URI configured) {
    String text = ServiceAddress.of(configured).base().toString();
    boolean versioned = ENDS_IN_VERSION.matcher(text).matches();
    return new GeminiAddress(URI.create(versioned ? text : text + DEFAULT_VERSION));
  }

  URI model(String model) {
    return URI.create(base + "/models/" + URLEncoder.encode(model, StandardCharsets.UTF_8));
  }

  URI generateContent(String model) {
    return URI.create(model(model) + ":generateContent");
  }

  /// Where uploads begin: the API's path with `/upload` before its version.
  URI upload() {
    String text = base.toString();
    int version = text.lastIndexOf('/');
    return URI.create(text.substring(0, version) + "/upload" + text.substring(version) + "/files");
  }

  /// A file.
  ///
  /// @param name such as `files/abc`
  URI file(String name) {
    String id = name.substring(name.lastIndexOf('/') + 1);
    return URI.create(base + "/files/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
  }
}
