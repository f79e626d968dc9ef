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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps the images that saved slots use from expiring, and lets them go once no slot uses them
/// (PRODUCT section 3). Safe for use by many threads.
public final class SlotImages {
  /// Outlives every installation.
  private static final Duration WHILE_USED = Duration.ofDays(36_525);

  private final Accounts accounts;
  private final ProviderCatalogue catalogue;
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
    this.catalogue = catalogue;
    this.slots = slots;
    this.media = media;
    this.retention = retention;
    this.clock = clock;
  }

  /// The first setting that names an image which can't be used: never uploaded, expired, or not an
  /// upload.
  Optional<String> firstMissing(Operation operation, SlotSetup setup) {
    return operation.mediaParts().stream()
        .filter(MediaPart.SlotImage.class::isInstance)
        .map(MediaPart::id)
        .filter(field -> setup.settings().media(field).filter(id -> !isUsable(id)).isPresent())
        .findFirst();
  }

  /// Brings the times of a changed slot's images into line with what all slots use now. One change
  /// at a time, so that of several at once the last one sees all of them.
  synchronized void realign(Slot before, Slot after) {
    Set<MediaId> touched = new HashSet<>(imagesOf(before));
    touched.addAll(imagesOf(after));
    if (touched.isEmpty()) {
      return;
    }
    Set<MediaId> used = usedAnywhere();
    Instant now = clock.instant();
    touched.forEach(
        id ->
            media.expireAt(
                id, used.contains(id) ? now.plus(WHILE_USED) : retention.uploadExpiry(now)));
  }

  private Set<MediaId> usedAnywhere() {
    return accounts.names().stream()
        .flatMap((AccountName name) -> slots.list(name).stream())
        .flatMap(slot -> imagesOf(slot).stream())
        .collect(Collectors.toSet());
  }

  private Set<MediaId> imagesOf(Slot slot) {
    return Stream.concat(slot.setup().stream(), slot.rules().setups())
        .flatMap(
            setup ->
                operationOf(setup).stream()
                    .flatMap(operation -> operation.mediaParts().stream())
                    .filter(MediaPart.SlotImage.class::isInstance)
                    .flatMap(part -> setup.settings().media(part.id()).stream()))
        .collect(Collectors.toSet());
  }

  private Optional<Operation> operationOf(SlotSetup setup) {
    return catalogue.provider(setup.provider()).flatMap(p -> p.operation(setup.operation()));
  }

  private boolean isUsable(MediaId id) {
    return media
        .find(id)
        .filter(image -> image.kind() == MediaKind.UPLOAD)
        .filter(image -> !image.isExpiredAt(clock.instant()))
        .isPresent();
  }
}
