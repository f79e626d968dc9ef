package dev.photobridge.domain.provider;

/// The id of an operation in the catalogue, such as `change_image`.
public record OperationId(String value) {
  public OperationId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an operation id can't be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
