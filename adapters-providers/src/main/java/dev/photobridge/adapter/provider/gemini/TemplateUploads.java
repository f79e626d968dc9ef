package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The slots' images that lie at the service: each is uploaded once, however many calls need it at
/// the same time, and used until an hour before the service deletes it. What could not be uploaded
/// is left alone for a minute. Safe for use by many threads.
final class TemplateUploads {
  private static final Duration RENEWED_BEFORE_END = Duration.ofHours(1);
  private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

  private final Map<Template, Entry> entries = new ConcurrentHashMap<>();
  private final InstantSource clock;

  TemplateUploads(InstantSource clock) {
    this.clock = clock;
  }

  /// An image of a slot as one model gets it. Images of slots never change, they are replaced.
  ///
  /// @param key files belong to its project
  /// @param media the image's id
  record Template(String key, String media, int maxSidePx) {
    @Override
    public String toString() {
      return "Template[" + media + ", " + maxSidePx + "]";
    }
  }

  /// Makes an upload.
  interface Upload {
    UploadOutcome make() throws InterruptedException;
  }

  /// An upload under way or done.
  private record Entry(CompletableFuture<UploadOutcome> outcome, Instant begunAt) {
    Optional<UploadOutcome> now() {
      return Optional.ofNullable(outcome.getNow(null));
    }
  }

  /// The template's file: from an earlier upload, from one that another call makes just now, or
  /// from this one.
  UploadOutcome get(Template template, Deadline deadline, Upload upload)
      throws InterruptedException {
    forgetOld();
    var mine = new Entry(new CompletableFuture<>(), clock.instant());
    Entry theirs = entries.putIfAbsent(template, mine);
    return theirs == null ? made(template, mine, upload) : awaited(theirs, deadline);
  }

  /// Has this file uploaded again when it is needed next, since the service has it no more.
  void forget(UploadedFile file) {
    var gone = new UploadOutcome.Uploaded(file);
    entries.values().removeIf(entry -> entry.now().filter(gone::equals).isPresent());
  }

  private UploadOutcome made(Template template, Entry mine, Upload upload)
      throws InterruptedException {
    boolean ended = false;
    try {
      UploadOutcome outcome = upload.make();
      ended = true;
      mine.outcome().complete(outcome);
      return outcome;
    } finally {
      if (!ended) {
        entries.remove(template, mine);
        mine.outcome().complete(failed("UPLOAD_BROKEN_OFF", "the upload was broken off"));
      }
    }
  }

  private static UploadOutcome awaited(Entry theirs, Deadline deadline)
      throws InterruptedException {
    try {
      return theirs.outcome().get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException _) {
      return failed("TIMEOUT", "the image was not uploaded in the time left");
    }
  }

  private void forgetOld() {
    Instant now = clock.instant();
    entries.values().removeIf(entry -> entry.now().filter(o -> isOld(o, entry, now)).isPresent());
  }

  private static boolean isOld(UploadOutcome outcome, Entry entry, Instant now) {
    return switch (outcome) {
      case UploadOutcome.Uploaded(var file) ->
          !now.isBefore(file.expiresAt().minus(RENEWED_BEFORE_END));
      case UploadOutcome.Failed _ -> !now.isBefore(entry.begunAt().plus(LEFT_ALONE));
    };
  }

  private static UploadOutcome failed(String reason, String detail) {
    return new UploadOutcome.Failed(
        new ProviderOutcome.Failed(JobFailure.of(FailureKind.UNAVAILABLE, reason, detail)));
  }
}
