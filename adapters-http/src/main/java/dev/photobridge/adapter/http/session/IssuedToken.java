package dev.photobridge.adapter.http.session;

import java.time.Duration;

/// A bearer token just made.
///
/// @param value for the header `Authorization`; a secret
/// @param validFor how long it is good
public record IssuedToken(String value, Duration validFor) {
  @Override
  public String toString() {
    return "IssuedToken[valid for " + validFor + "]";
  }
}
