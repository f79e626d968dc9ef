package dev.photobridge.adapter.http.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path, query or header parameter that the contract does not allow. To be answered with
/// `request_invalid`.
public final class InvalidParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is wrong with a parameter.
  public enum Problem {
    /// It is required and not there.
    MISSING,
    /// It cannot be read as what it should be.
    MALFORMED,
    /// It is less than the limit.
    TOO_SMALL,
    /// It is more than the limit.
    TOO_LARGE,
    /// It has more characters than the limit.
    TOO_LONG,
    /// It is none of the allowed values.
    NOT_ALLOWED
  }

  private final String field;
  private final Problem problem;
  private final @Nullable String found;
  private final @Nullable Long limit;
  private final List<String> allowed;

  private InvalidParameterException(
      String field,
      Problem problem,
      @Nullable String found,
      @Nullable Long limit,
      List<String> allowed) {
    super(field + " is invalid: " + problem);
    this.field = field;
    this.problem = problem;
    this.found = found;
    this.limit = limit;
    this.allowed = allowed;
  }

  static InvalidParameterException missing(String field) {
    return new InvalidParameterException(field, Problem.MISSING, null, null, List.of());
  }

  static InvalidParameterException malformed(String field, String found) {
    return new InvalidParameterException(field, Problem.MALFORMED, found, null, List.of());
  }

  static InvalidParameterException beyond(long limit, Problem problem, String field, String found) {
    return new InvalidParameterException(field, problem, found, limit, List.of());
  }

  static InvalidParameterException notAmong(List<String> allowed, String field, String found) {
    return new InvalidParameterException(field, Problem.NOT_ALLOWED, found, null, allowed);
  }

  /// The parameter's name on the wire.
  public String field() {
    return field;
  }

  /// What is wrong with it.
  public Problem problem() {
    return problem;
  }

  /// The text received, of any length and content; null when there was none.
  public @Nullable String found() {
    return found;
  }

  /// The bound passed, inclusive; null when the problem is not one of a bound.
  public @Nullable Long limit() {
    return limit;
  }

  /// The values allowed, as on the wire; empty unless the problem is {@link Problem#NOT_ALLOWED}.
  public List<String> allowed() {
    return allowed;
  }
}
