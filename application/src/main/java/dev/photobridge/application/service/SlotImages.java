package dev.photobridge.application.service;

import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.domain.slot.SlotVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps the images that slots and their versions use from expiring, and lets them go once none
/// uses them (PRODUCT section 3). Safe for use by many threads, and by many servers over one
/// database.
public final class SlotImages {
  /// Outlives every installation.
  private static final Duration WHILE_USED = Duration.ofDays(36_525);

  private final Accounts accounts;
  private final SetupImages images;
  private final SlotRepository slots;
  private final MediaStore media;
  private final RetentionRules retention;
  private final InstantSource clock;

  public SlotImages(
      Accounts accounts,
      ProviderCatalogue catalogue,
      SlotRepository slots,
      MediaStore media,
      RetentionRules retention,
      InstantSource clock) {
    this.accounts = accounts;
    this.images = new SetupImages(catalogue);
    this.slots = slots;
    this.media = media;
    this.retention = retention;
    this.clock = clock;
  }

  /// The first setting that names an image which can't be used: never uploaded, expired, or not an
  /// upload. The others are kept for as long as an upload, so that they are still there once the
  /// slot is saved.
  Optional<String> firstMissing(Operation operation, SlotSetup setup) {
    return first(operation, setup, id -> !isUsable(id));
  }

  /// As [#firstMissing], and nothing is changed.
  Optional<String> firstGone(Operation operation, SlotSetup setup) {
    return first(operation, setup, id -> !isThere(id));
  }

  private static Optional<String> first(
      Operation operation, SlotSetup setup, Predicate<MediaId> property) {
    return operation.mediaParts().stream()
        .filter(MediaPart.SlotImage.class::isInstance)
        .map(MediaPart::id)
        .filter(field -> setup.settings().media(field).filter(property).isPresent())
        .findFirst();
  }

  /// Keeps the images that a slot is about to use.
  void pin(Slot slot) {
    pin(imagesOf(slot));
  }

  /// Keeps every image that a slot or a version of one uses, should a crash have come between
  /// saving it and keeping them.
  public void pinUsed() {
    pin(usedAnywhere());
  }

  /// Brings the times of the images that a change touched into line with what all slots and their
  /// versions use now. One change at a time, so that of several at once the last one sees all of
  /// them.
  ///
  /// @param before the slot as it was
  /// @param after the slot as it was to be
  /// @param versions what was kept of it before
  synchronized void realign(Slot before, Slot after, List<SlotVersion> versions) {
    Set<MediaId> touched =
        Stream.concat(Stream.of(before, after), versions.stream().map(SlotVersion::slot))
            .flatMap(slot -> imagesOf(slot).stream())
            .collect(Collectors.toSet());
    if (touched.isEmpty()) {
      return;
    }
    Set<MediaId> unused = new HashSet<>(touched);
    unused.removeAll(usedAnywhere());
    Instant released = retention.uploadExpiry(clock.instant());
    unused.forEach(id -> media.expireAt(id, released));
    touched.retainAll(usedAnywhere());
    // the last word: others may have begun to use one of them meanwhile, here or on another node
    pin(touched);
  }

  private void pin(Set<MediaId> images) {
    Instant now = clock.instant();
    for (MediaId id : images) {
      var _ = media.extend(id, now.plus(WHILE_USED), now);
    }
  }

  private Set<MediaId> usedAnywhere() {
    return accounts.names().stream()
        .flatMap(
            (AccountName name) ->
                Stream.concat(
                    slots.list(name).stream(),
                    slots.versions(name).stream().map(SlotVersion::slot)))
        .flatMap(slot -> imagesOf(slot).stream())
        .collect(Collectors.toSet());
  }

  private Set<MediaId> imagesOf(Slot slot) {
    return slot.setups().flatMap(images::of).collect(Collectors.toSet());
  }

  private boolean isThere(MediaId id) {
    return media
        .find(id)
        .filter(image -> image.kind() == MediaKind.UPLOAD)
        .filter(image -> !image.isExpiredAt(clock.instant()))
        .isPresent();
  }

  /// Whether it can be used, and then keeps it until it is saved.
  private boolean isUsable(MediaId id) {
    Instant now = clock.instant();
    return media.extend(id, retention.uploadExpiry(now), now).isPresent();
  }
}
