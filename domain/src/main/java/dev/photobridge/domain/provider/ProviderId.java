package dev.photobridge.domain.provider;

/// The id of a provider in the catalogue, such as `gemini`.
public record ProviderId(String value) {
  /// The provider that needs no service: its effects are made by this server itself.
  public static final ProviderId LOCAL = new ProviderId("local");

  public ProviderId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a provider id can't be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
