package dev.photobridge.application.port.out;

import java.util.Optional;

/// The address by which the outside is to reach this server. Safe for use by many threads.
public interface PublicAddress {
  /// The address as configured; empty where none is.
  Optional<String> configured();

  /// Whether somebody on the internet could use it, as far as the address alone says.
  boolean isOfTheInternet();

  /// Calls it and sees who answers. Takes some seconds at most.
  PublicAnswer call() throws InterruptedException;
}
