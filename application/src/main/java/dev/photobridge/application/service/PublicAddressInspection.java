package dev.photobridge.application.service;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.application.port.out.PublicAddress;
import dev.photobridge.application.port.out.PublicAnswer;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.util.List;
import java.util.stream.Collectors;

/// Whether the outside finds this server, which matters where providers fetch photos from it.
public final class PublicAddressInspection implements Inspection {
  private final ProviderCatalogue catalogue;
  private final PublicAddress address;
  private final UsedSetups used;

  /// @param used tells whether any slot's provider fetches photos
  public PublicAddressInspection(
      ProviderCatalogue catalogue, PublicAddress address, UsedSetups used) {
    this.catalogue = catalogue;
    this.address = address;
    this.used = used;
  }

  @Override
  public CheckArea area() {
    return CheckArea.PUBLIC_ADDRESS;
  }

  @Override
  public List<Finding> findings() throws InterruptedException {
    List<Provider> fetching =
        catalogue.providers().stream().filter(it -> it.ingest().requiresPublicMedia()).toList();
    List<Provider> needing = fetching.stream().filter(this::isUsed).toList();
    return List.of(found(fetching, needing));
  }

  private Finding found(List<Provider> fetching, List<Provider> needing)
      throws InterruptedException {
    if (address.configured().isEmpty()) {
      return unset(fetching, needing);
    }
    Finding answer = called(address.configured().get());
    if (answer.code() == FindingCode.ADDRESS_OF_ANOTHER
        || fetching.isEmpty()
        || address.isOfTheInternet()) {
      return answer;
    }
    FindingCode local =
        needing.isEmpty() ? FindingCode.ADDRESS_LOCAL : FindingCode.ADDRESS_LOCAL_NEEDED;
    return Finding.of(area(), local)
        .with("address", address.configured().get())
        .with("providers", names(needing.isEmpty() ? fetching : needing));
  }

  private Finding unset(List<Provider> fetching, List<Provider> needing) {
    if (fetching.isEmpty()) {
      return Finding.of(area(), FindingCode.ADDRESS_UNNEEDED);
    }
    return needing.isEmpty()
        ? Finding.of(area(), FindingCode.ADDRESS_MISSING).with("providers", names(fetching))
        : Finding.of(area(), FindingCode.ADDRESS_NEEDED).with("providers", names(needing));
  }

  private Finding called(String configured) throws InterruptedException {
    return switch (address.call()) {
      case PublicAnswer.Ours _ ->
          Finding.of(area(), FindingCode.ADDRESS_OURS).with("address", configured);
      case PublicAnswer.Another another ->
          Finding.of(area(), FindingCode.ADDRESS_OF_ANOTHER)
              .with("address", configured)
              .detailed(another.detail());
      case PublicAnswer.Nobody nobody ->
          Finding.of(area(), FindingCode.ADDRESS_SILENT)
              .with("address", configured)
              .detailed(nobody.detail());
    };
  }

  private boolean isUsed(Provider provider) {
    return !used.with(setup -> setup.provider().equals(provider.id())).isEmpty();
  }

  private static String names(List<Provider> providers) {
    return providers.stream().map(Provider::title).collect(Collectors.joining(", "));
  }
}
