package dev.photobridge.domain.testing;

import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.IngestRules;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.Prices;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderLimits;
import dev.photobridge.domain.provider.TokenPrices;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Catalogues, providers and operations that are valid.
public final class CatalogueFixtures {
  public static final ProviderId GEMINI = new ProviderId("gemini");
  public static final ProviderId LOCAL = ProviderId.LOCAL;
  public static final OperationId CHANGE_IMAGE = new OperationId("change_image");
  public static final OperationId COMBINE_IMAGES = new OperationId("combine_images");

  private CatalogueFixtures() {}

  /// A catalogue with `gemini` and `local`, which both change and combine images.
  public static ProviderCatalogue aCatalogue() {
    return aCatalogue(aProvider(), aProvider().withId(LOCAL).withModels());
  }

  /// A catalogue with these providers.
  public static ProviderCatalogue aCatalogue(ProviderFixture... providers) {
    return new ProviderCatalogue(List.of(providers).stream().map(ProviderFixture::build).toList());
  }

  /// The provider `gemini`, with two places, two models and both operations.
  public static ProviderFixture aProvider() {
    return new ProviderFixture(
        GEMINI,
        2,
        Duration.ofSeconds(60),
        ProviderLimits.NONE,
        Set.of(MediaType.JPEG, MediaType.PNG),
        List.of(aModel("quality"), aModel("fast")),
        List.of(changeImage(), combineImages()));
  }

  /// A model with this id and prices of its own.
  public static Model aModel(String id) {
    return new Model(
        id,
        "The " + id + " one",
        2048,
        new Prices(
            new TokenPrices(new BigDecimal("0.30"), new BigDecimal("2.50"), new BigDecimal("30")),
            Cost.ofDollars(new BigDecimal("0.04"))),
        Map.of());
  }

  /// `change_image`: the guest's photo alone.
  public static Operation changeImage() {
    return anOperation(CHANGE_IMAGE, new MediaPart.GuestPhoto("image"));
  }

  /// `combine_images`: a required scene, the guest's photo and an optional overlay.
  public static Operation combineImages() {
    return anOperation(
        COMBINE_IMAGES,
        new MediaPart.SlotImage("base_media_id", true),
        new MediaPart.GuestPhoto("image"),
        new MediaPart.SlotImage("overlay_media_id", false));
  }

  /// An operation with these images.
  public static Operation anOperation(OperationId id, MediaPart... parts) {
    return new Operation(
        id,
        "Title of " + id,
        "What " + id + " does.",
        List.of(),
        "{\"type\":\"object\"}",
        List.of(parts),
        Map.of(),
        null);
  }

  /// A provider in the making.
  public record ProviderFixture(
      ProviderId id,
      int maxParallelJobs,
      Duration timeout,
      ProviderLimits limits,
      Set<MediaType> allowedTypes,
      List<Model> models,
      List<Operation> operations) {
    public ProviderFixture {
      allowedTypes = Set.copyOf(allowedTypes);
      models = List.copyOf(models);
      operations = List.copyOf(operations);
    }

    public ProviderFixture withId(ProviderId newId) {
      return new ProviderFixture(
          newId, maxParallelJobs, timeout, limits, allowedTypes, models, operations);
    }

    public ProviderFixture withPlaces(int places) {
      return new ProviderFixture(id, places, timeout, limits, allowedTypes, models, operations);
    }

    public ProviderFixture withTimeout(Duration newTimeout) {
      return new ProviderFixture(
          id, maxParallelJobs, newTimeout, limits, allowedTypes, models, operations);
    }

    public ProviderFixture withLimits(ProviderLimits newLimits) {
      return new ProviderFixture(
          id, maxParallelJobs, timeout, newLimits, allowedTypes, models, operations);
    }

    public ProviderFixture withAllowedTypes(MediaType... types) {
      return new ProviderFixture(
          id, maxParallelJobs, timeout, limits, Set.of(types), models, operations);
    }

    public ProviderFixture withModels(Model... newModels) {
      return new ProviderFixture(
          id, maxParallelJobs, timeout, limits, allowedTypes, List.of(newModels), operations);
    }

    public ProviderFixture withOperations(Operation... newOperations) {
      return new ProviderFixture(
          id, maxParallelJobs, timeout, limits, allowedTypes, models, List.of(newOperations));
    }

    public Provider build() {
      var rules =
          new IngestRules(maxParallelJobs, timeout, allowedTypes, ByteSize.ofMegabytes(20), false);
      return new Provider(id, "The provider " + id, rules, limits, operations, models, Map.of());
    }
  }
}
