package dev.photobridge.adapter.provider.local.look;

/// Noise that is the same in every run: a number for each place of a picture.
final class Noise {
  private Noise() {}

  /// Between -1 and 1, near 0 more often than not.
  static float at(int x, int y) {
    int hash = x * 0x9e3779b1 ^ y * 0x85ebca77;
    hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
    hash = (hash ^ (hash >>> 12)) * 0x297a2d39;
    hash ^= hash >>> 15;
    return ((hash & 0xffff) + (hash >>> 16) - 0xffff) / 65535f;
  }
}
