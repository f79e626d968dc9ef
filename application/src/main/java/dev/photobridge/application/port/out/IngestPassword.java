package dev.photobridge.application.port.out;

/// The password that booths send with every photo.
public interface IngestPassword {
  /// Whether this is it, compared in constant time.
  boolean matches(String candidate);
}
