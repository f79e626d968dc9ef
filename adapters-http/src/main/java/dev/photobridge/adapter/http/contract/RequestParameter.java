package dev.photobridge.adapter.http.contract;

import dev.photobridge.adapter.http.contract.InvalidParameterException.Problem;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A parameter of a request on its way from text to a value. Every step checks what the contract
/// says about the parameter and throws an {@link InvalidParameterException} when it does not hold;
/// an absent parameter passes all of them.
///
/// @param <T> what the parameter is read as
public final class RequestParameter<T> {
  private final String name;
  private final @Nullable String text;
  private final @Nullable T value;

  private RequestParameter(String name, @Nullable String text, @Nullable T value) {
    this.name = name;
    this.text = text;
    this.value = value;
  }

  /// A segment of the path.
  public static RequestParameter<String> path(Context ctx, String name) {
    return of(name, ctx.pathParam(name));
  }

  /// A query parameter; the first one when it is repeated.
  public static RequestParameter<String> query(Context ctx, String name) {
    return of(name, ctx.queryParam(name));
  }

  /// A header.
  public static RequestParameter<String> header(Context ctx, String name) {
    return of(name, ctx.header(name));
  }

  static RequestParameter<String> of(String name, @Nullable String text) {
    // no database takes this character
    if (text != null && text.indexOf('\0') >= 0) {
      throw InvalidParameterException.malformed(name, text);
    }
    return new RequestParameter<>(name, text, text);
  }

  /// Reads the text as something else.
  ///
  /// @param reader throws a {@link RuntimeException} on text that it cannot read
  public <U> RequestParameter<U> as(Function<String, U> reader) {
    if (text == null) {
      return new RequestParameter<>(name, null, null);
    }
    try {
      return new RequestParameter<>(name, text, reader.apply(text));
    } catch (RuntimeException e) {
      throw InvalidParameterException.malformed(name, text);
    }
  }

  /// Reads `true` or `false`.
  ///
  /// @throws IllegalArgumentException on anything else
  public static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  /// Reads the text as one of a few values.
  ///
  /// @param wire how a value is written in a request
  public <E> RequestParameter<E> among(E[] values, Function<E, String> wire) {
    if (text == null) {
      return new RequestParameter<>(name, null, null);
    }
    for (E candidate : values) {
      if (wire.apply(candidate).equals(text)) {
        return new RequestParameter<>(name, text, candidate);
      }
    }
    throw InvalidParameterException.notAmong(Arrays.stream(values).map(wire).toList(), name, text);
  }

  /// Checks that a whole number is not less than `min`.
  public RequestParameter<T> atLeast(long min) {
    return limited(value instanceof Number n && n.longValue() < min, min, Problem.TOO_SMALL);
  }

  /// Checks that a whole number is not more than `max`.
  public RequestParameter<T> atMost(long max) {
    return limited(value instanceof Number n && n.longValue() > max, max, Problem.TOO_LARGE);
  }

  /// Checks that the text has no more than `max` UTF-16 units.
  public RequestParameter<T> noLongerThan(int max) {
    return limited(text != null && text.length() > max, max, Problem.TOO_LONG);
  }

  /// Checks that the whole text matches a regular expression.
  public RequestParameter<T> matching(String regex) {
    if (text != null && !text.matches(regex)) {
      throw InvalidParameterException.malformed(name, text);
    }
    return this;
  }

  /// The value, which must be there.
  public T required() {
    if (value == null) {
      throw InvalidParameterException.missing(name);
    }
    return value;
  }

  /// The value, or null when the parameter is absent.
  public @Nullable T orNull() {
    return value;
  }

  /// The value, or the contract's default when the parameter is absent.
  public T orElse(T fallback) {
    return value == null ? fallback : value;
  }

  private RequestParameter<T> limited(boolean beyond, long limit, Problem problem) {
    if (beyond && text != null) {
      throw InvalidParameterException.beyond(limit, problem, name, text);
    }
    return this;
  }
}
