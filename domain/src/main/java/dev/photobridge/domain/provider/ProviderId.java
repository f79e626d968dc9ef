package dev.photobridge.domain.provider;

/// The id of a provider in the catalogue, such as `gemini`.
public record ProviderId(String value) {
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
