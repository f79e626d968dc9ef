package dev.photobridge.app.config;

/// A value as it was written, and where.
record ConfiguredValue(String text, String origin) {
  @Override
  public String toString() {
    return "a value from " + origin; // it may be a secret
  }
}
