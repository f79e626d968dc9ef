package dev.photobridge.adapter.http.slot;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.FailureReplyDto;
import dev.photobridge.openapi.model.SlotFallbackDto;
import dev.photobridge.openapi.model.SlotUpdateDto;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an operator wants a slot to do, read from the wire. What can't be meant is refused with an
/// [ErrorAnswerException].
record SlotUpdateReader(SlotUpdateDto update) {
  SlotSetup setup() {
    return setup(SlotPart.SETUP, update.providerId(), update.operationId(), update.settingsJson());
  }

  /// The rules; what is absent has its default.
  SlotRules rules() {
    Boolean joinDuplicates = update.joinDuplicates();
    return new SlotRules(
        failureReply(),
        fallback(),
        joinDuplicates == null ? SlotRules.DEFAULT.joinDuplicates() : joinDuplicates,
        maxParallelJobs());
  }

  private FailureReply failureReply() {
    FailureReplyDto reply = update.failureReply();
    if (reply == null) {
      return SlotRules.DEFAULT.failureReply();
    }
    return switch (reply.kind()) {
      case ERROR_STATUS -> alone(reply, new FailureReply.ErrorStatus());
      case ORIGINAL_PHOTO -> alone(reply, new FailureReply.OriginalPhoto());
      case LOCAL_EFFECT -> localEffect(reply);
    };
  }

  private static FailureReply alone(FailureReplyDto reply, FailureReply read) {
    if (reply.operationId() != null) {
      throw invalid("/failure_reply/operation_id", "unexpected").asException();
    }
    if (reply.settingsJson() != null) {
      throw invalid("/failure_reply/settings_json", "unexpected").asException();
    }
    return read;
  }

  private static FailureReply localEffect(FailureReplyDto reply) {
    String operation = reply.operationId();
    if (operation == null) {
      throw invalid("/failure_reply/operation_id", "missing").asException();
    }
    Map<String, Object> settings = reply.settingsJson();
    if (settings == null) {
      throw invalid("/failure_reply/settings_json", "missing").asException();
    }
    return new FailureReply.LocalEffect(
        setup(SlotPart.FAILURE_REPLY, ProviderId.LOCAL.value(), operation, settings));
  }

  private @Nullable SlotSetup fallback() {
    SlotFallbackDto fallback = update.fallback();
    return fallback == null
        ? null
        : setup(
            SlotPart.FALLBACK,
            fallback.providerId(),
            fallback.operationId(),
            fallback.settingsJson());
  }

  private @Nullable Integer maxParallelJobs() {
    Integer jobs = update.maxParallelJobs();
    if (jobs != null && (jobs < 1 || jobs > SlotRules.MAX_PARALLEL_JOBS)) {
      throw invalid("/max_parallel_jobs", "not_allowed")
          .with("found", jobs)
          .with("allowed", "1-" + SlotRules.MAX_PARALLEL_JOBS)
          .asException();
    }
    return jobs;
  }

  private static SlotSetup setup(
      SlotPart part, String provider, String operation, Map<String, Object> settings) {
    if (provider.isBlank() || operation.isBlank()) {
      throw SlotUpdateAnswers.operationNotAvailable(part, provider, operation);
    }
    return new SlotSetup(
        new ProviderId(provider),
        new OperationId(operation),
        new SlotSettings(new LinkedHashMap<>(settings)));
  }

  private static ErrorAnswer invalid(String pointer, String reason) {
    return ErrorAnswer.of(ErrorCodeDto.BODY_INVALID).with("field", pointer).with("reason", reason);
  }
}
