package dev.photobridge.adapter.http.stats;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.application.port.in.ReadStatisticsUseCase;
import dev.photobridge.application.port.in.ReadStatisticsUseCase.Export;
import dev.photobridge.application.port.in.ResetStatisticsUseCase;
import dev.photobridge.application.port.in.StatisticsOutcome;
import dev.photobridge.application.port.in.StatisticsRequest;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.PeriodTally.SortKey;
import dev.photobridge.openapi.api.StatisticsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.ExportGroupingDto;
import dev.photobridge.openapi.model.GlobalGroupingDto;
import dev.photobridge.openapi.model.GlobalStatisticsDto;
import dev.photobridge.openapi.model.SlotGroupingDto;
import dev.photobridge.openapi.model.SlotStatisticsDto;
import dev.photobridge.openapi.model.SortOrderDto;
import dev.photobridge.openapi.model.StatisticsSortDto;
import dev.photobridge.openapi.model.StatisticsTableDto;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows the signed-in operator what the slots have done and cost.
public final class StatisticsHandler implements StatisticsApi<ApiCall> {
  private final ReadStatisticsUseCase statistics;
  private final ResetStatisticsUseCase resets;

  /// Wired by the application; see the parameters' types.
  public StatisticsHandler(ReadStatisticsUseCase statistics, ResetStatisticsUseCase resets) {
    this.statistics = statistics;
    this.resets = resets;
  }

  @Override
  public SlotStatisticsDto getSlotStatistics(
      ApiCall call,
      String slotId,
      @Nullable String from,
      @Nullable String to,
      @Nullable SlotGroupingDto groupBy,
      @Nullable String timeZone) {
    SlotId slot = SlotId.parse(slotId).orElseThrow(() -> slotUnknown(slotId));
    SlotGroupingDto grouping = groupBy == null ? SlotGroupingDto.DAY : groupBy;
    var time = StatisticsTimes.of(from, to, timeZone, StatisticsTimes.grouping(grouping));
    var query = new StatisticsRequest.OfSlot(call.operator(), slot, time);
    return StatisticsDtos.ofSlot(slot, grouping, found(statistics.ofSlot(query), slotId));
  }

  @Override
  public GlobalStatisticsDto getGlobalStatistics(
      ApiCall call,
      @Nullable String from,
      @Nullable String to,
      @Nullable GlobalGroupingDto groupBy,
      Integer page,
      Integer pageSize,
      @Nullable StatisticsSortDto sortBy,
      @Nullable SortOrderDto sortOrder,
      @Nullable String providerId,
      @Nullable String slotId,
      @Nullable String timeZone) {
    GlobalGroupingDto grouping = groupBy == null ? GlobalGroupingDto.WEEK : groupBy;
    var time = StatisticsTimes.of(from, to, timeZone, StatisticsTimes.grouping(grouping));
    var query =
        new StatisticsRequest.Global(
            call.operator(),
            time,
            filter(slotId),
            Optional.ofNullable(providerId),
            sortBy == null ? SortKey.START : key(sortBy),
            sortOrder != SortOrderDto.ASC,
            page,
            pageSize);
    return StatisticsDtos.global(found(statistics.global(query), slotId));
  }

  @Override
  public StatisticsTableDto getAllStatistics(ApiCall call) {
    return StatisticsDtos.table(statistics.table(call.operator()));
  }

  @Override
  public void exportStatistics(
      ApiCall call,
      @Nullable String from,
      @Nullable String to,
      @Nullable ExportGroupingDto groupBy,
      @Nullable String slotId,
      @Nullable String timeZone)
      throws IOException {
    ExportGroupingDto grouping = groupBy == null ? ExportGroupingDto.DAY : groupBy;
    var time = StatisticsTimes.of(from, to, timeZone, StatisticsTimes.grouping(grouping));
    var query = new StatisticsRequest.Export(call.operator(), time, filter(slotId));
    Export export = found(statistics.export(query), slotId);
    var file = new StatisticsCsv(export, time.grouping(), Language.of(call.acceptLanguage()));
    call.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    call.header("Cache-Control", "no-store");
    call.send("text/csv; charset=utf-8", file.content());
  }

  @Override
  public void resetSlotStatistics(ApiCall call, String slotId) {
    SlotAddress address =
        SlotId.parse(slotId)
            .map(id -> new SlotAddress(call.operator(), id))
            .orElseThrow(() -> slotUnknown(slotId));
    switch (resets.reset(address)) {
      case RESET -> {}
      case SLOT_UNKNOWN -> throw slotUnknown(slotId);
      case RUNNING -> throw ErrorAnswer.of(ErrorCodeDto.RESET_RUNNING).asException();
    }
  }

  private static <T> T found(StatisticsOutcome<T> outcome, @Nullable String slotId) {
    return switch (outcome) {
      case StatisticsOutcome.Found<T> found -> found.statistics();
      case StatisticsOutcome.SlotUnknown<T> _ -> throw slotUnknown(String.valueOf(slotId));
      case StatisticsOutcome.RangeReversed<T> _ ->
          throw StatisticsTimes.invalid("to", "period_reversed").asException();
      case StatisticsOutcome.RangeTooLong<T> tooLong ->
          throw StatisticsTimes.invalid("from", "period_too_long")
              .with("limit", tooLong.days())
              .asException();
    };
  }

  private static Optional<SlotId> filter(@Nullable String slotId) {
    return slotId == null
        ? Optional.empty()
        : Optional.of(
            SlotId.parse(slotId).orElseThrow(() -> StatisticsTimes.malformed("slot_id", slotId)));
  }

  private static SortKey key(StatisticsSortDto sort) {
    return switch (sort) {
      case PERIOD_START -> SortKey.START;
      case SUCCESS -> SortKey.SUCCESS;
      case ERRORS -> SortKey.ERRORS;
      case COST -> SortKey.COST;
    };
  }

  private static ErrorAnswerException slotUnknown(String slotId) {
    return ErrorAnswer.of(ErrorCodeDto.SLOT_NOT_FOUND)
        .with("field", "slot_id")
        .with("found", slotId)
        .asException();
  }
}
