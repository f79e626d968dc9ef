package dev.photobridge.adapter.persistence.media;

import java.net.URI;
import java.util.Optional;

/// Which S3-compatible store to use, and who to be there.
///
/// @param endpoint its address; empty: Amazon's for the region
/// @param region such as `us-east-1`; most other stores take any
/// @param bucket holds the images of this installation and nothing else
/// @param pathStyle the bucket stands in the path, not in the host name
public record S3Settings(
    Optional<URI> endpoint,
    String region,
    String bucket,
    boolean pathStyle,
    String accessKey,
    String secretKey) {
  /// Where images are kept, without secrets.
  @Override
  public String toString() {
    return "bucket %s at %s"
        .formatted(bucket, endpoint.map(URI::toString).orElse("Amazon S3, " + region));
  }
}
