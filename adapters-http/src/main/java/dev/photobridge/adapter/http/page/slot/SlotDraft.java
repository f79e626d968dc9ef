package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.FormFields;
import dev.photobridge.adapter.http.page.slot.form.SettingsForm;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.openapi.model.CostCapDto;
import dev.photobridge.openapi.model.FailureReplyDto;
import dev.photobridge.openapi.model.FailureReplyDto.KindEnum;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A slot's form as it stands: the texts of its fields by name, whether they were posted or are
/// those of what is saved.
///
/// @param texts without those of fields that are empty because nothing was ever there
record SlotDraft(Map<String, String> texts) {
  SlotDraft {
    texts = Map.copyOf(texts);
  }

  /// What a browser posted. Of a name that comes twice the last counts: a switch that is on stands
  /// behind its hidden field.
  static SlotDraft of(FormFields form) {
    var texts = new LinkedHashMap<String, String>();
    form.values().forEach((name, values) -> texts.put(name, values.getLast()));
    // an image whose zone is switched off is not wanted
    form.values().keySet().stream()
        .filter(name -> name.endsWith(FieldNames.USED) && "false".equals(texts.get(name)))
        .forEach(name -> texts.remove(name.substring(0, name.length() - FieldNames.USED.length())));
    return new SlotDraft(texts);
  }

  /// What is saved.
  static SlotDraft of(SlotContent slot, Catalogue catalogue) {
    var texts = new LinkedHashMap<String, String>();
    texts.put(FieldNames.NAME, slot.name());
    putSetup(texts, catalogue, FormPart.SETUP, slot.provider(), slot.operation(), slot.settings());
    Optional.ofNullable(slot.fallback())
        .ifPresent(
            fallback ->
                putSetup(
                    texts,
                    catalogue,
                    FormPart.FALLBACK,
                    fallback.providerId(),
                    fallback.operationId(),
                    fallback.settingsJson()));
    putReply(texts, catalogue, FormPart.FAILURE, slot.failureReply());
    putCap(texts, catalogue, slot.costCap());
    texts.put(FieldNames.JOIN_DUPLICATES, Boolean.toString(slot.joinDuplicates()));
    Optional.ofNullable(slot.maxParallelJobs())
        .ifPresent(jobs -> texts.put(FieldNames.MAX_PARALLEL_JOBS, jobs.toString()));
    return new SlotDraft(texts);
  }

  private static void putSetup(
      Map<String, String> texts,
      Catalogue catalogue,
      FormPart part,
      @Nullable String provider,
      @Nullable String operation,
      Map<String, Object> settings) {
    if (provider == null || operation == null) {
      return;
    }
    SettingsForm form = catalogue.form(part, provider, operation);
    texts.put(part.provider(), provider);
    texts.put(part.operation(), operation);
    texts.put(part.drawn(), provider + "/" + operation);
    texts.putAll(form.texts(settings));
  }

  private static void putReply(
      Map<String, String> texts, Catalogue catalogue, FormPart part, FailureReplyDto reply) {
    texts.put(part.kind(), reply.kind().value());
    Map<String, Object> none = Map.of();
    putSetup(
        texts,
        catalogue,
        part,
        ProviderId.LOCAL.value(),
        reply.operationId(),
        Optional.ofNullable(reply.settingsJson()).orElse(none));
  }

  private static void putCap(
      Map<String, String> texts, Catalogue catalogue, @Nullable CostCapDto cap) {
    if (cap == null) {
      texts.put(FormPart.CAP.kind(), KindEnum.ERROR_STATUS.value());
      return;
    }
    putDollars(texts, FieldNames.CAP_PER_DAY, cap.perDayUsd());
    putDollars(texts, FieldNames.CAP_TOTAL, cap.totalUsd());
    FailureReplyDto reply = cap.reply();
    putReply(
        texts,
        catalogue,
        FormPart.CAP,
        reply == null ? new FailureReplyDto(KindEnum.ERROR_STATUS, null, null) : reply);
  }

  private static void putDollars(
      Map<String, String> texts, String name, @Nullable BigDecimal dollars) {
    if (dollars != null) {
      texts.put(name, dollars.stripTrailingZeros().toPlainString());
    }
  }

  /// The text of a field; empty where it has none.
  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /// The same with another text.
  SlotDraft with(String name, String text) {
    var more = new LinkedHashMap<>(texts);
    more.put(name, text);
    return new SlotDraft(more);
  }

  /// The version that it was made of; empty where the form says none.
  Optional<Long> version() {
    String version = text(FieldNames.VERSION);
    return version.matches("\\d{1,18}") ? Optional.of(Long.valueOf(version)) : Optional.empty();
  }
}
