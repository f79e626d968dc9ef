package dev.photobridge.adapter.provider.http;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.util.Optional;
import java.util.function.Supplier;

/// The key of a service, asked for anew with each call since operators change it. Its form is the
/// service's affair; it only has to fit into a header.
public final class ApiKey {
  // anything shorter is no key, but may be part of any word
  private static final int SHORTEST = 8;

  private final Supplier<Optional<String>> source;

  public ApiKey(Supplier<Optional<String>> source) {
    this.source = source;
  }

  /// The key, or empty where none is set or it can't be one.
  public Optional<String> current() {
    return source.get().map(String::strip).filter(ApiKey::fitsIntoHeader);
  }

  /// Whether nobody has set one; one that can't be a key is not missing.
  public boolean isMissing() {
    return source.get().filter(text -> !text.isBlank()).isEmpty();
  }

  /// How a call ends that has no key.
  ///
  /// @param service what operators call it
  /// @param setting the configuration's name of its key
  public static JobFailure missing(String service, String setting) {
    return JobFailure.of(
        FailureKind.KEY_REJECTED,
        "KEY_MISSING",
        "there is no usable API key for %s: set %s or enter one in settings"
            .formatted(service, setting));
  }

  /// A text of the service without the key, which it repeats in some messages.
  public static String hidden(String key, String text) {
    return key.length() < SHORTEST ? text : text.replace(key, "(key)");
  }

  private static boolean fitsIntoHeader(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
