package dev.photobridge.application.port.out;

/// Hashes passwords slowly, with a salt of their own each.
public interface PasswordHasher {
  /// A new hash of this password.
  String hash(String password);

  /// Whether this password made that hash; takes as long for a wrong one as for the right one.
  /// Nothing matches what is no hash.
  boolean matches(String password, String hash);

  /// A hash that no password matches. To make it costs nothing; to check a password against it
  /// takes as long as against any other.
  String decoy();
}
