package dev.photobridge.adapter.persistence.catalogue;

import static dev.photobridge.adapter.persistence.catalogue.OfferedOperation.elements;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.photobridge.domain.provider.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the domain's catalogue of a checked one.
final class CatalogueMapping {
  private static final String GUEST_PHOTO = "ingest_media";
  private static final Set<String> NOT_PARAMETERS =
      Set.of(
          "title",
          "description",
          "x-en",
          "required_settings",
          "settings_schema",
          "media_parts",
          "price_per_call");

  private CatalogueMapping() {}

  static ProviderCatalogue catalogue(JsonNode root) {
    return new ProviderCatalogue(
        elements(root.path("providers")).map(provider -> provider(root, provider)).toList(),
        promptWriting(root.path("prompt_writer")));
  }

  private static @Nullable PromptWriting promptWriting(JsonNode writer) {
    if (writer.isMissingNode()) {
      return null;
    }
    JsonNode prices = writer.path("prices");
    return new PromptWriting(
        new ProviderId(writer.path("id").asText()),
        writer.path("title").asText(),
        writer.path("model").asText(),
        Duration.ofSeconds(writer.path("timeout_sec").asInt()),
        new TokenPrices(
            prices.path("input").decimalValue(),
            prices.path("text_output").decimalValue(),
            BigDecimal.ZERO),
        Map.of(
            PromptTask.TRANSLATE, writer.at("/instructions/translate").asText(),
            PromptTask.IMPROVE, writer.at("/instructions/improve").asText()));
  }

  private static Provider provider(JsonNode root, JsonNode provider) {
    return new Provider(
        new ProviderId(provider.path("id").asText()),
        provider.path("title").asText(),
        ingest(provider.path("ingest")),
        limits(provider.path("limits")),
        elements(provider.path("operations"))
            .map(id -> operation(OfferedOperation.of(root, provider, id.asText())))
            .toList(),
        elements(provider.path("models")).map(CatalogueMapping::model).toList(),
        texts(provider.path("parameters")),
        english(provider, "title"));
  }

  private static IngestRules ingest(JsonNode ingest) {
    return new IngestRules(
        ingest.path("max_parallel_jobs").asInt(),
        Duration.ofSeconds(ingest.path("timeout_sec").asInt()),
        elements(ingest.path("allowed_mime"))
            .map(mime -> MediaType.ofMime(mime.asText()).orElseThrow())
            .collect(Collectors.toSet()),
        ByteSize.ofMegabytes(ingest.path("max_file_size_mb").asInt()),
        ingest.path("requires_public_media").asBoolean(false));
  }

  private static ProviderLimits limits(JsonNode limits) {
    return new ProviderLimits(
        limit(limits.path("requests_per_minute")),
        limit(limits.path("requests_per_day")),
        limit(limits.path("tokens_per_minute")),
        ZoneId.of(limits.path("day_zone").asText("UTC")));
  }

  private static @Nullable Integer limit(JsonNode limit) {
    return limit.isMissingNode() ? null : limit.intValue();
  }

  private static Model model(JsonNode model) {
    JsonNode prices = model.path("prices");
    return new Model(
        model.path("id").asText(),
        model.path("title").asText(),
        model.path("max_input_side_px").asInt(),
        new Prices(
            new TokenPrices(
                prices.path("input").decimalValue(),
                prices.path("text_output").decimalValue(),
                prices.path("image_output").decimalValue()),
            Cost.ofDollars(prices.path("call").decimalValue())),
        texts(model.path("parameters")));
  }

  private static Operation operation(OfferedOperation offered) {
    JsonNode definition = offered.definition();
    return new Operation(
        new OperationId(offered.id()),
        definition.path("title").asText(),
        definition.path("description").asText(),
        elements(definition.path("required_settings")).map(JsonNode::asText).toList(),
        offered.schema().toString(),
        mediaParts(offered),
        parameters(definition),
        flatPrice(definition.path("price_per_call")),
        new Words(english(definition, "title"), english(definition, "description")));
  }

  /// The English text of this name; the only one there is where it has no English one.
  private static String english(JsonNode described, String name) {
    return described.path("x-en").path(name).asText(described.path(name).asText());
  }

  private static @Nullable Cost flatPrice(JsonNode price) {
    return price.isMissingNode() ? null : Cost.ofDollars(price.decimalValue());
  }

  private static List<MediaPart> mediaParts(OfferedOperation offered) {
    JsonNode parts = offered.definition().path("media_parts");
    return parts.isMissingNode()
        ? impliedParts(offered)
        : elements(parts).map(CatalogueMapping::mediaPart).toList();
  }

  private static MediaPart mediaPart(JsonNode part) {
    String id = part.path("id").asText();
    return part.path("from").asText().equals("ingest_request")
        ? new MediaPart.GuestPhoto(id)
        : new MediaPart.SlotImage(id, part.path("required").asBoolean(true));
  }

  private static List<MediaPart> impliedParts(OfferedOperation offered) {
    var parts = new ArrayList<MediaPart>();
    parts.add(new MediaPart.GuestPhoto(GUEST_PHOTO));
    offered
        .schema()
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            setting -> {
              if (offered.isImage(setting)) {
                parts.add(new MediaPart.SlotImage(setting, offered.requires(setting)));
              }
            });
    return parts;
  }

  private static Map<String, String> parameters(JsonNode definition) {
    Map<String, String> parameters = texts(definition);
    parameters.keySet().removeAll(NOT_PARAMETERS);
    return parameters;
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new HashMap<String, String>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
