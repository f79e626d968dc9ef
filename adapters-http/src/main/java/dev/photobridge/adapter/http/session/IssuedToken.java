package dev.photobridge.adapter.http.session;

import dev.photobridge.adapter.http.call.SignedIn;
import java.time.Duration;

/// A bearer token just made.
///
/// @param value for the header `Authorization` or the cookie; a secret
/// @param validFor how long it is good
/// @param signedIn whom it lets pass
public record IssuedToken(String value, Duration validFor, SignedIn signedIn) {
  @Override
  public String toString() {
    return "IssuedToken[valid for " + validFor + "]";
  }
}
