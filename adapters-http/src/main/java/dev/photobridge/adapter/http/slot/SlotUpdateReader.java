package dev.photobridge.adapter.http.slot;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.CostCap;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.openapi.model.CostCapDto;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.SlotFallbackDto;
import dev.photobridge.openapi.model.SlotUpdateDto;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an operator wants a slot to do, read from the wire. What can't be meant is refused with an
/// [ErrorAnswerException].
record SlotUpdateReader(SlotUpdateDto update) {
  private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(100_000);

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
        maxParallelJobs(),
        costCap());
  }

  private FailureReply failureReply() {
    return new FailureReplyReader(SlotPart.FAILURE_REPLY, "/failure_reply")
        .read(update.failureReply());
  }

  private @Nullable CostCap costCap() {
    CostCapDto cap = update.costCap();
    if (cap == null) {
      return null;
    }
    Cost perDay = bound("/cost_cap/per_day_usd", cap.perDayUsd());
    Cost total = bound("/cost_cap/total_usd", cap.totalUsd());
    if (perDay == null && total == null) {
      throw invalid("/cost_cap/per_day_usd", "missing").asException();
    }
    return new CostCap(
        perDay,
        total,
        new FailureReplyReader(SlotPart.COST_CAP, "/cost_cap/reply").read(cap.reply()));
  }

  private static @Nullable Cost bound(String pointer, @Nullable BigDecimal dollars) {
    if (dollars == null) {
      return null;
    }
    if (dollars.signum() < 0 || dollars.compareTo(MOST_DOLLARS) > 0) {
      throw invalid(pointer, "not_allowed")
          .with("found", dollars)
          .with("allowed", "0-" + MOST_DOLLARS)
          .asException();
    }
    return Cost.ofDollars(dollars);
  }

  private @Nullable SlotSetup fallback() {
    return fallback(update.fallback());
  }

  static @Nullable SlotSetup fallback(@Nullable SlotFallbackDto fallback) {
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

  static SlotSetup setup(
      SlotPart part, String provider, String operation, Map<String, Object> settings) {
    if (provider.isBlank() || operation.isBlank()) {
      throw SlotUpdateAnswers.operationNotAvailable(part, provider, operation).asException();
    }
    return new SlotSetup(
        new ProviderId(provider),
        new OperationId(operation),
        new SlotSettings(new LinkedHashMap<>(settings)));
  }

  static ErrorAnswer invalid(String pointer, String reason) {
    return ErrorAnswer.of(ErrorCodeDto.BODY_INVALID).with("field", pointer).with("reason", reason);
  }
}
