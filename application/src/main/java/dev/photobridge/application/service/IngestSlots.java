package dev.photobridge.application.service;

import dev.photobridge.application.port.in.IngestRejection;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotSetup;
import java.util.Optional;

/// Finds the slot that an ingest link names and what it takes.
public final class IngestSlots {
  private final Accounts accounts;
  private final SlotRepository slots;
  private final ProviderCatalogue catalogue;
  private final long maxPixels;
  private final int minSidePx;

  /// @param maxPixels photos with more are refused
  /// @param minSidePx photos with a shorter side are refused
  public IngestSlots(
      Accounts accounts,
      SlotRepository slots,
      ProviderCatalogue catalogue,
      long maxPixels,
      int minSidePx) {
    this.accounts = accounts;
    this.slots = slots;
    this.catalogue = catalogue;
    this.maxPixels = maxPixels;
    this.minSidePx = minSidePx;
  }

  /// What a link leads to.
  sealed interface Found {}

  /// A slot that takes photos.
  ///
  /// @param slot as it stands
  /// @param setup its own
  /// @param provider of that setup
  record Ready(Slot slot, SlotSetup setup, Provider provider, PhotoLimits limits) implements Found {
    SlotAddress address() {
      return slot.address();
    }
  }

  /// Nothing that takes photos.
  record Refused(IngestRejection why) implements Found {}

  Found find(Optional<String> accountInLink, String slotInLink) {
    Optional<AccountName> account =
        accountInLink.isEmpty()
            ? Optional.of(accounts.first())
            : accountInLink.flatMap(AccountName::parse).filter(accounts::contains);
    if (account.isEmpty()) {
      return new Refused(new IngestRejection.AccountUnknown());
    }
    return SlotId.parse(slotInLink)
        .flatMap(id -> slots.find(new SlotAddress(account.get(), id)))
        .map(this::readyOrFree)
        .orElseGet(() -> new Refused(new IngestRejection.SlotUnknown()));
  }

  private Found readyOrFree(Slot slot) {
    return slot.setup()
        .flatMap(setup -> ready(slot, setup))
        .map(Found.class::cast)
        .orElseGet(() -> new Refused(new IngestRejection.SlotNotConfigured(slot.address())));
  }

  /// The slot with this setup, or empty where the catalogue has no such operation.
  Optional<Ready> ready(Slot slot, SlotSetup setup) {
    return catalogue
        .provider(setup.provider())
        .filter(provider -> provider.operation(setup.operation()).isPresent())
        .map(provider -> new Ready(slot, setup, provider, limitsOf(provider)));
  }

  private PhotoLimits limitsOf(Provider provider) {
    return new PhotoLimits(
        provider.ingest().allowedTypes(), provider.ingest().maxFileSize(), maxPixels, minSidePx);
  }
}
