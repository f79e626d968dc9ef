package dev.photobridge.adapter.http.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.application.port.in.CheckProvidersUseCase;
import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.Words;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.model.ModelNoticeDto;
import dev.photobridge.openapi.model.OperationDto;
import dev.photobridge.openapi.model.PromptWriterDto;
import dev.photobridge.openapi.model.ProviderDto;
import dev.photobridge.openapi.model.ProviderListDto;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows operators the catalogue, which does not change while the server runs, and how its
/// providers are, which does.
public final class ProvidersHandler implements ProvidersApi<ApiCall> {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final JsonMapper json = new JsonMapper();
  private final Map<Language, List<Shown>> shown;
  private final @Nullable PromptWriterDto promptWriter;
  private final CheckProvidersUseCase conditions;

  /// Shows one catalogue.
  ///
  /// @param conditions of its providers
  public ProvidersHandler(ProviderCatalogue catalogue, CheckProvidersUseCase conditions) {
    this.shown = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      shown.put(
          language,
          catalogue.providers().stream().map(provider -> shown(provider, language)).toList());
    }
    this.promptWriter =
        catalogue
            .promptWriter()
            .map(writer -> new PromptWriterDto(writer.id().value(), writer.title()))
            .orElse(null);
    this.conditions = conditions;
  }

  @Override
  public ProviderListDto listProviders(ApiCall call) {
    Map<ProviderId, ProviderCondition> now = conditions.check();
    Map<ProviderId, List<ModelNotice>> notices = conditions.notices();
    Language language = Language.of(call.acceptLanguage());
    return new ProviderListDto(
        shown.getOrDefault(language, List.of()).stream()
            .map(provider -> provider.dto(now, notices))
            .toList(),
        promptWriter);
  }

  private Shown shown(Provider provider, Language language) {
    return new Shown(
        provider,
        switch (language) {
          case RUSSIAN -> provider.title();
          case ENGLISH -> provider.englishTitle();
        },
        provider.operations().stream().map(operation -> operation(operation, language)).toList());
  }

  private OperationDto operation(Operation operation, Language language) {
    Words words =
        switch (language) {
          case RUSSIAN -> new Words(operation.title(), operation.description());
          case ENGLISH -> operation.english();
        };
    return new OperationDto(
        operation.id().value(),
        words.title(),
        words.description(),
        operation.requiredSettings(),
        new SchemaWords(language).of(schema(operation)));
  }

  private Map<String, Object> schema(Operation operation) {
    try {
      return json.readValue(operation.settingsSchema(), OBJECT);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the settings schema of " + operation.id() + " is not a JSON object", e);
    }
  }

  /// A provider with what of it never changes already in the contract's form.
  private record Shown(Provider provider, String name, List<OperationDto> operations) {
    ProviderDto dto(
        Map<ProviderId, ProviderCondition> conditions, Map<ProviderId, List<ModelNotice>> notices) {
      var condition = conditions.getOrDefault(provider.id(), ProviderCondition.AVAILABLE);
      return new ProviderDto(
          provider.id().value(),
          name,
          ProviderConditions.dto(condition),
          notices.getOrDefault(provider.id(), List.of()).stream().map(Shown::dto).toList(),
          operations);
    }

    private static ModelNoticeDto dto(ModelNotice notice) {
      return new ModelNoticeDto(
          notice.model(),
          notice.stage(),
          notice.end(),
          notice.words().isEmpty() ? null : notice.words());
    }
  }
}
