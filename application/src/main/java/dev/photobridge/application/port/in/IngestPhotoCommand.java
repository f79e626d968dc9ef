package dev.photobridge.application.port.in;

import java.util.Map;
import java.util.Optional;

/// A request to an ingest link whose body has not been read yet.
///
/// @param account the account part of the link; empty for a short link
/// @param slot the slot part of the link, as sent
/// @param query the link's query parameters
/// @param stopwatch runs since the request's first byte
/// @param upload the body
public record IngestPhotoCommand(
    Optional<String> account,
    String slot,
    Map<String, String> query,
    Stopwatch stopwatch,
    PhotoUpload upload) {
  public IngestPhotoCommand {
    query = Map.copyOf(query);
  }
}
