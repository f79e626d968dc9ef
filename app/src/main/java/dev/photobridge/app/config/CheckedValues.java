package dev.photobridge.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Turns written values into typed ones. A mistake is noted in words and stands aside, so that all
/// of them are found in one go: the reader then goes on with the key's default or the least harmful
/// value.
final class CheckedValues {
  private final Map<ConfigurationKey, ConfiguredValue> values;
  private final List<String> problems;

  CheckedValues(Map<ConfigurationKey, ConfiguredValue> values, List<String> problems) {
    this.values = values;
    this.problems = problems;
  }

  Optional<String> text(ConfigurationKey key) {
    return Optional.ofNullable(values.get(key)).map(ConfiguredValue::text).or(key::defaultValue);
  }

  long number(ConfigurationKey key, long min, long max) {
    return optionalNumber(key, min, max).orElse(min);
  }

  int integer(ConfigurationKey key, int min, int max) {
    return Math.toIntExact(number(key, min, max));
  }

  Optional<Long> optionalNumber(ConfigurationKey key, long min, long max) {
    String allowed = "a whole number from %d to %d".formatted(min, max);
    return parsed(key, allowed, text -> inRange(Long.parseLong(text), min, max));
  }

  Duration seconds(ConfigurationKey key, long min, long max) {
    return Duration.ofSeconds(number(key, min, max));
  }

  Optional<Path> path(ConfigurationKey key) {
    return parsed(key, "a path of this system", Path::of);
  }

  Optional<URI> httpAddress(ConfigurationKey key) {
    return parsed(key, "an address like https://example.com", CheckedValues::httpUri);
  }

  <T> Optional<T> parsed(ConfigurationKey key, String allowed, Function<String, T> parser) {
    return text(key)
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (IllegalArgumentException _) {
                problem(key, allowed);
                return Optional.empty();
              }
            });
  }

  /// Notes that a key's value is none of what is allowed. The value itself is left out: it may be a
  /// secret in the wrong place.
  void problem(ConfigurationKey key, String allowed) {
    String origin = Optional.ofNullable(values.get(key)).map(ConfiguredValue::origin).orElse("?");
    problems.add("%s (set in %s) must be %s".formatted(key, origin, allowed));
  }

  /// A key that must be set, since another one makes it needed.
  ///
  /// @param because such as `MEDIA_STORE is s3`
  String needed(ConfigurationKey key, String because) {
    return text(key)
        .orElseGet(
            () -> {
              problems.add("%s must be set, since %s".formatted(key, because));
              return "";
            });
  }

  private static long inRange(long number, long min, long max) {
    if (number < min || number > max) {
      throw new IllegalArgumentException("out of range");
    }
    return number;
  }

  private static URI httpUri(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        throw new IllegalArgumentException("not an http address");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an address", e);
    }
  }
}
