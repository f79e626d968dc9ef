package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.SendablePhoto;
import dev.photobridge.application.port.out.ProviderOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The images of one request, in their order. Close them once it is answered. For one thread.
final class CallImages implements AutoCloseable {
  private final List<CallImage> images = new ArrayList<>();
  private final List<SendablePhoto> prepared = new ArrayList<>();

  /// Adds an image of the request and takes care of its photo.
  void add(SendablePhoto.Ready photo) {
    prepared.add(photo);
    images.add(new CallImage.Inline(photo));
  }

  /// Adds an image that lies at the service.
  void add(UploadedFile file) {
    images.add(new CallImage.Uploaded(file));
  }

  List<CallImage> all() {
    return List.copyOf(images);
  }

  /// The place of the largest image within the request; empty where there is none left.
  OptionalInt largest() {
    return IntStream.range(0, images.size())
        .filter(place -> images.get(place) instanceof CallImage.Inline)
        .boxed()
        .max(Comparator.comparingLong(place -> photo(place).bytes().size()))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /// The photo at a place that [#largest] named.
  SendablePhoto.Ready photo(int place) {
    return switch (images.get(place)) {
      case CallImage.Inline(var photo) -> photo;
      case CallImage.Uploaded _ -> throw new IllegalArgumentException("it is uploaded");
    };
  }

  /// Names an uploaded file where the image stood.
  void replace(int place, UploadedFile file) {
    images.set(place, new CallImage.Uploaded(file));
  }

  /// The file that the service has no more, if that is what this outcome says: its messages name
  /// files by their ids.
  Optional<UploadedFile> lost(ProviderOutcome outcome) {
    return outcome instanceof ProviderOutcome.Failed(var failure, _)
            && !failure.kind().isRetryable()
        ? images.stream()
            .flatMap(CallImages::file)
            .filter(file -> failure.detail().contains(file.id()))
            .findFirst()
        : Optional.empty();
  }

  private static Stream<UploadedFile> file(CallImage image) {
    return switch (image) {
      case CallImage.Inline _ -> Stream.empty();
      case CallImage.Uploaded(var file) -> Stream.of(file);
    };
  }

  @Override
  public void close() {
    prepared.forEach(SendablePhoto::close);
  }
}
