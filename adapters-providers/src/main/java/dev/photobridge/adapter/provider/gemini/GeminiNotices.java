package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.GenerateContentResponseDto.ModelStatusDto;
import dev.photobridge.adapter.provider.http.ProviderWord;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.ModelNotice;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what answers say about the end of models, the only machine-readable notice of it, and logs
/// it once for each. Safe for use by many threads.
final class GeminiNotices {
  private static final Logger LOG = LoggerFactory.getLogger(GeminiNotices.class);
  private static final Set<String> LAST_STAGES = Set.of("LEGACY", "DEPRECATED", "RETIRED");
  private static final int MOST_WORDS = 300;

  private final Map<String, ModelNotice> byModel = new ConcurrentSkipListMap<>();

  /// Takes note of an answer.
  void read(ProviderCall call, Model model, GenerateContentResponseDto answer) {
    LOG.debug(
        "job {}: answer {} of {}: {}",
        call.job(),
        answer.responseId(),
        answer.modelVersion(),
        answer.usageMetadata());
    ModelStatusDto status = answer.modelStatus();
    if (status == null || status.modelStage() == null) {
      return;
    }
    if (!LAST_STAGES.contains(status.modelStage())) {
      byModel.remove(model.id());
    } else if (byModel.put(model.id(), notice(model, status)) == null) {
      LOG.warn(
          "Gemini calls the model {} {}; it ends {}. Choose another one in the catalogue.",
          model.id(),
          status.modelStage(),
          status.retirementTime() == null ? "at a time not told" : status.retirementTime());
    }
  }

  /// What holds now, by the models' ids.
  List<ModelNotice> all() {
    return List.copyOf(byModel.values());
  }

  private static ModelNotice notice(Model model, ModelStatusDto status) {
    String words = status.message() == null ? "" : status.message().strip();
    return new ModelNotice(
        model.id(),
        ProviderWord.of(String.valueOf(status.modelStage()), "UNKNOWN"),
        time(status.retirementTime()),
        words.substring(0, Math.min(words.length(), MOST_WORDS)));
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
