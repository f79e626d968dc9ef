package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.GenerateContentResponseDto.ModelStatusDto;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.domain.provider.Model;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs what answers say about themselves, and once for each model that its end is near: the only
/// machine-readable notice of it. Safe for use by many threads.
final class GeminiAnswerLog {
  private static final Logger LOG = LoggerFactory.getLogger(GeminiAnswerLog.class);
  private static final Set<String> LAST_STAGES = Set.of("LEGACY", "DEPRECATED", "RETIRED");

  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  void of(ProviderCall call, Model model, GenerateContentResponseDto answer) {
    LOG.debug(
        "job {}: answer {} of {}: {}",
        call.job(),
        answer.responseId(),
        answer.modelVersion(),
        answer.usageMetadata());
    ModelStatusDto status = answer.modelStatus();
    if (status != null
        && status.modelStage() != null
        && LAST_STAGES.contains(status.modelStage())
        && warned.add(model.id())) {
      LOG.warn(
          "Gemini calls the model {} {}; it ends {}. Choose another one in the catalogue.",
          model.id(),
          status.modelStage(),
          status.retirementTime() == null ? "at a time not told" : status.retirementTime());
    }
  }
}
