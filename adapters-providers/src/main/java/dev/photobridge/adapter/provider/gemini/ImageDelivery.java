package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.TemplateUploads.Template;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.SendablePhoto;
import dev.photobridge.adapter.provider.http.SendablePhoto.Ready;
import dev.photobridge.adapter.provider.http.SendablePhoto.Unsendable;
import dev.photobridge.adapter.provider.http.SendablePhotos;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.MediaPart;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets a call's images to the service: guests' photos within the request, slots' images by the
/// name under which they were uploaded once. What can't be uploaded is sent within the request.
/// Safe for use by many threads.
final class ImageDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(ImageDelivery.class);

  // an upload saves the sending of later calls, so none waits long for it
  private static final Duration LONGEST_UPLOAD = Duration.ofSeconds(15);

  private final PhotoSending sending;
  private final GeminiFiles files;
  private final TemplateUploads templates;
  private final boolean uploadTemplates;

  ImageDelivery(
      PhotoSending sending, GeminiFiles files, TemplateUploads templates, boolean uploadTemplates) {
    this.sending = sending;
    this.files = files;
    this.templates = templates;
    this.uploadTemplates = uploadTemplates;
  }

  /// Adds the call's images.
  ///
  /// @return why they can't be sent; empty when they can
  /// @throws java.io.UncheckedIOException when a file of ours can't be read or written
  Optional<ProviderOutcome> collect(GeminiCall call, CallImages into) throws InterruptedException {
    for (CallPhoto photo : call.call().photos()) {
      Optional<UploadedFile> template = template(photo, call);
      if (template.isPresent()) {
        into.add(template.get());
        continue;
      }
      switch (prepared(photo, call)) {
        case Ready ready -> into.add(ready);
        case Unsendable(var reason) -> {
          return Optional.of(unusable(reason));
        }
      }
    }
    return Optional.empty();
  }

  /// Uploads the largest image of the request, so that it gets shorter.
  ///
  /// @return why that is impossible; empty when it is done
  Optional<ProviderOutcome> shorten(CallImages images, GeminiCall call)
      throws InterruptedException {
    var place = images.largest();
    if (place.isEmpty()) {
      return Optional.of(
          failed(FailureKind.REQUEST_REJECTED, "TOO_LARGE", "the prompt is too long to be sent"));
    }
    Ready photo = images.photo(place.getAsInt());
    return switch (files.upload(photo, call.key(), call.deadline())) {
      case UploadOutcome.Uploaded(var file) -> {
        images.replace(place.getAsInt(), file);
        yield Optional.empty();
      }
      case UploadOutcome.Failed(var outcome) -> Optional.of(outcome);
    };
  }

  /// The service has this file no more.
  void forget(UploadedFile file) {
    templates.forget(file);
  }

  private Optional<UploadedFile> template(CallPhoto photo, GeminiCall call)
      throws InterruptedException {
    Optional<String> media = media(photo, call);
    if (!uploadTemplates || media.isEmpty()) {
      return Optional.empty();
    }
    var template = new Template(call.key(), media.get(), call.model().maxInputSidePx());
    Deadline deadline = call.deadline().within(LONGEST_UPLOAD);
    return switch (templates.get(template, deadline, () -> uploaded(photo, call, deadline))) {
      case UploadOutcome.Uploaded(var file) -> Optional.of(file);
      case UploadOutcome.Failed _ -> Optional.empty();
    };
  }

  private static Optional<String> media(CallPhoto photo, GeminiCall call) {
    return switch (photo.part()) {
      case MediaPart.GuestPhoto _ -> Optional.empty();
      case MediaPart.SlotImage slot -> call.call().settings().text(slot.id());
    };
  }

  private UploadOutcome uploaded(CallPhoto photo, GeminiCall call, Deadline deadline)
      throws InterruptedException {
    try (SendablePhoto prepared = prepared(photo, call)) {
      return switch (prepared) {
        case Ready ready -> told(files.upload(ready, call.key(), deadline));
        case Unsendable(var reason) -> new UploadOutcome.Failed(unusable(reason));
      };
    }
  }

  private static UploadOutcome told(UploadOutcome outcome) {
    if (outcome instanceof UploadOutcome.Failed(ProviderOutcome.Failed(var failure, _))) {
      LOG.warn(
          "An image of a slot can't be uploaded to Gemini, so it is sent with every photo: {}: {}",
          failure.reason(),
          failure.detail());
    }
    return outcome;
  }

  private SendablePhoto prepared(CallPhoto photo, GeminiCall call) throws InterruptedException {
    return SendablePhotos.one(call.call(), photo, call.model().maxInputSidePx(), sending);
  }

  private static ProviderOutcome.Failed unusable(String reason) {
    return failed(FailureKind.PHOTO_UNUSABLE, "PHOTO_UNUSABLE", reason);
  }

  private static ProviderOutcome.Failed failed(FailureKind kind, String reason, String detail) {
    return new ProviderOutcome.Failed(JobFailure.of(kind, reason, detail));
  }
}
