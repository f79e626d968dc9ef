package dev.photobridge.application.port.out;

import java.io.IOException;

/// Makes prepared photos of one job readable at public links, for providers that fetch them instead
/// of taking them in the call. Safe for use by many threads.
@FunctionalInterface
public interface PhotoPublisher {
  /// Publishes a photo. The draft is used up.
  ///
  /// @return the URL, which nobody can guess; it is dead once the job has ended
  /// @throws IOException when the file can't be made durable
  String publish(MediaDraft photo) throws IOException;
}
