package dev.photobridge.adapter.persistence.catalogue;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.IngestRules;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.Prices;
import dev.photobridge.domain.provider.PromptWriting;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderLimits;
import dev.photobridge.domain.provider.TokenPrices;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFileTest {
  @TempDir Path folder;

  @Test
  void readsWhatAProviderTakes() throws IOException {
    assertThat(loaded(SmallCatalogue.JSON).providers().getFirst().ingest())
        .isEqualTo(
            new IngestRules(
                3,
                Duration.ofSeconds(48),
                Set.of(MediaType.JPEG, MediaType.PNG),
                ByteSize.ofMegabytes(20),
                true));
  }

  @Test
  void readsTheLimitsAndTakesThoseThatAreAbsentForNone() throws IOException {
    assertThat(loaded(SmallCatalogue.JSON).providers())
        .extracting(Provider::limits)
        .containsExactly(
            new ProviderLimits(60, 900, null, ZoneId.of("Asia/Tokyo")),
            new ProviderLimits(null, null, null, ZoneId.of("UTC")));
  }

  @Test
  void readsModelsWithTheirPricesTheDefaultOneFirst() throws IOException {
    assertThat(loaded(SmallCatalogue.JSON).providers().getFirst().models())
        .containsExactly(
            new Model("large", "Large", 3072, prices("1.5", "7.5", "30"), Map.of()),
            new Model("small", "Small", 2048, prices("0.25", "1.5", "30"), Map.of()));
  }

  @Test
  void laysAProvidersOverrideOverTheOperation() throws IOException {
    Operation common = operation("plain", "edit");
    Operation overridden = operation("painter", "edit");

    assertThat(common.title()).isEqualTo("Edit");
    assertThat(common.requiredSettings()).containsExactly("prompt");
    assertThat(common.parameters()).isEmpty();
    assertThat(overridden.title()).isEqualTo("Paint");
    assertThat(overridden.requiredSettings()).containsExactly("picture_media_id");
    assertThat(overridden.description()).isEqualTo(common.description());
    assertThat(overridden.parameters()).containsOnlyKeys("prompt_template");
  }

  @Test
  void mergesSettingsAndRemovesThoseThatAreNull() throws IOException {
    assertThat(operation("painter", "edit").settingsSchema())
        .contains("picture_media_id", "\"model\"", "output")
        .doesNotContain("\"prompt\"");
    assertThat(operation("plain", "edit").settingsSchema())
        .contains("\"prompt\"", "output")
        .doesNotContain("picture_media_id");
  }

  @Test
  void keepsTheOrderOfImages() throws IOException {
    assertThat(operation("painter", "edit").mediaParts())
        .containsExactly(
            new MediaPart.SlotImage("picture_media_id", true),
            new MediaPart.GuestPhoto("ingest_media"),
            new MediaPart.SlotImage("frame_media_id", false));
  }

  @Test
  void sendsTheGuestsPhotoAndEveryImageOfTheSlotWhereNoMediaPartsAreGiven() throws IOException {
    String without = SmallCatalogue.JSON.replaceFirst("\"media_parts\": \\[[^]]*\\],", "");

    assertThat(operation(without, "painter", "edit").mediaParts())
        .containsExactly(
            new MediaPart.GuestPhoto("ingest_media"),
            new MediaPart.SlotImage("picture_media_id", true),
            new MediaPart.SlotImage("frame_media_id", false));
  }

  @Test
  void readsTheSampleOfTheSpecification() throws IOException {
    ProviderCatalogue catalogue = loaded(resource("/catalogue/specification-sample.json"));

    assertThat(catalogue.providers())
        .extracting(provider -> provider.id().value())
        .containsExactly("gemini", "turbotext");
    Operation combine =
        catalogue
            .provider(new ProviderId("gemini"))
            .flatMap(gemini -> gemini.operation(new OperationId("combine_images")))
            .orElseThrow();
    assertThat(combine.mediaParts())
        .containsExactly(
            new MediaPart.GuestPhoto("ingest_media"),
            new MediaPart.SlotImage("base_media_id", true),
            new MediaPart.SlotImage("overlay_media_id", true));
    assertThat(combine.parameters())
        .containsEntry("endpoint", "/v1beta/models/gemini-image:compose");
  }

  @Test
  void readsWhoWritesPrompts() throws IOException {
    assertThat(loaded(SmallCatalogue.JSON).promptWriter())
        .contains(
            new PromptWriting(
                new ProviderId("deepseek"),
                "Writer",
                "words-1",
                Duration.ofSeconds(12),
                new TokenPrices(new BigDecimal("0.3"), new BigDecimal("1.2"), BigDecimal.ZERO),
                Map.of(PromptTask.TRANSLATE, "Translate it.", PromptTask.IMPROVE, "Improve it.")));
  }

  @Test
  void readsACatalogueWhereNobodyWritesPrompts() throws IOException {
    assertThat(loaded(resource("/catalogue/specification-sample.json")).promptWriter()).isEmpty();
  }

  @Test
  void readsFilesWithAByteOrderMark() throws IOException {
    assertThat(loaded("\uFEFF" + SmallCatalogue.JSON).providers()).hasSize(2);
    assertThat(loaded(SmallCatalogue.JSON, UTF_16).providers()).hasSize(2);
  }

  @Test
  void saysThatTheFileDoesNotExist() {
    Path missing = folder.resolve("missing.json");

    assertThat(problems(missing))
        .containsExactly(missing + ": does not exist; PROVIDERS_FILE says where the catalogue is");
  }

  @Test
  void saysThatTheFileIsAFolder() {
    assertThat(problems(folder)).containsExactly(folder + ": is a folder; the catalogue is a file");
  }

  @Test
  void saysThatTheFileIsEmpty() throws IOException {
    assertThat(problems(file("", UTF_8))).singleElement().asString().endsWith(": is empty");
  }

  @Test
  void saysThatTheFileIsHugeWithoutReadingItWhole() throws IOException {
    Path huge = folder.resolve("huge.json");
    try (var sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(20L * 1024 * 1024 * 1024);
    }

    assertThat(problems(huge)).singleElement().asString().contains("larger than 4 MB");
  }

  @Test
  void saysInWhichLineTheFileStopsBeingJson() throws IOException {
    Path file = file("{\n  \"providers\": [\n    oops\n  ]\n}", UTF_8);

    assertThat(problems(file))
        .singleElement()
        .asString()
        .startsWith(file + ", line 3: is not JSON");
  }

  @Test
  void saysThatSomethingFollowsTheJson() throws IOException {
    assertThat(problems(file(SmallCatalogue.JSON + "{}", UTF_8)))
        .singleElement()
        .asString()
        .contains("is not JSON");
  }

  @Test
  void saysWhichNameIsThereTwice() throws IOException {
    String twice = SmallCatalogue.JSON.replaceFirst("\"operations\": \\{", "$0 \"edit\": {},");

    assertThat(problems(file(twice, UTF_8))).singleElement().asString().contains("'edit'");
  }

  @Test
  void survivesDeepNesting() throws IOException {
    assertThat(problems(file("[".repeat(100_000), UTF_8)))
        .singleElement()
        .asString()
        .contains("is not JSON");
  }

  private Operation operation(String provider, String operation) throws IOException {
    return operation(SmallCatalogue.JSON, provider, operation);
  }

  private Operation operation(String json, String provider, String operation) throws IOException {
    return loaded(json)
        .provider(new ProviderId(provider))
        .flatMap((Provider found) -> found.operation(new OperationId(operation)))
        .orElseThrow();
  }

  private ProviderCatalogue loaded(String json) throws IOException {
    return loaded(json, UTF_8);
  }

  private ProviderCatalogue loaded(String json, Charset charset) throws IOException {
    return switch (new CatalogueFile(file(json, charset)).read()) {
      case CatalogueReading.Loaded(var catalogue) -> catalogue;
      case CatalogueReading.Invalid(var problems) -> throw new AssertionError(problems);
    };
  }

  private Path file(String json, Charset charset) throws IOException {
    return Files.write(folder.resolve("providers.json"), json.getBytes(charset));
  }

  private static List<String> problems(Path file) {
    return ((CatalogueReading.Invalid) new CatalogueFile(file).read())
        .problems().stream().map(CatalogueProblem::toString).toList();
  }

  private static Prices prices(String input, String textOutput, String imageOutput) {
    return new Prices(
        new TokenPrices(
            new BigDecimal(input), new BigDecimal(textOutput), new BigDecimal(imageOutput)),
        Cost.ZERO);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = CatalogueFileTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
