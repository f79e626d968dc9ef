package dev.photobridge.application.port.out;

import dev.photobridge.domain.media.MediaId;

/// Where media objects can be fetched by whoever knows the address.
@FunctionalInterface
public interface MediaAddresses {
  /// The URL of this media object.
  String of(MediaId media);
}
