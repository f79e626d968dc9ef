package dev.photobridge.adapter.http.page.slots;

import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.error.JobFailureDtos;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.ProviderNames;
import dev.photobridge.adapter.http.page.StateMark;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.slots.SlotsView.FreeSlot;
import dev.photobridge.adapter.http.page.slots.SlotsView.SlotLine;
import dev.photobridge.adapter.http.page.slots.SlotsView.SlotNow;
import dev.photobridge.application.port.in.ReadSlotActivityUseCase.SlotReport;
import dev.photobridge.application.port.out.SlotActivities.EndedJob;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.slot.SlotState;
import dev.photobridge.openapi.model.SlotDto;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Puts slots into words.
final class SlotRows {
  private static final int NUMBER_AT = "slot-".length();

  private final Language language;
  private final Texts texts;
  private final JobFailureDtos failures;
  private final Set<String> keyless;

  /// @param keyless the providers that have no key and need one
  SlotRows(Language language, ErrorMessages messages, Set<String> keyless) {
    this.language = language;
    this.keyless = keyless;
    this.texts = Texts.in(language);
    this.failures = new JobFailureDtos(messages);
  }

  /// The number in a slot's id.
  static int number(String id) {
    return Integer.parseInt(id, NUMBER_AT, id.length(), 10);
  }

  String title(String id) {
    return texts.get("slots.number", number(id));
  }

  FreeSlot free(SlotDto slot) {
    return new FreeSlot(path(slot.id()), title(slot.id()));
  }

  SlotLine row(SlotDto slot, SlotReport report, ProviderNames names) {
    String provider = Objects.requireNonNullElse(slot.providerId(), "");
    String operation = Objects.requireNonNullElse(slot.operationId(), "");
    return new SlotLine(
        number(slot.id()),
        path(slot.id()),
        title(slot.id()),
        name(slot),
        names.provider(provider),
        names.operation(provider, operation),
        slot.ingestUrl().toString(),
        texts.get("slots.link.of", number(slot.id())),
        texts.get("slots.copy.of", number(slot.id())),
        now(report));
  }

  /// What changes while one looks.
  SlotNow now(SlotReport report) {
    String id = report.slot().address().id().value();
    return new SlotNow(
        id,
        mark(report),
        detail(report),
        report.photosOfDay() == 0 ? "" : texts.count("slots.photos", report.photosOfDay()),
        report.result().map(job -> job.id().toString()).orElse(""),
        "/jobs?slot=" + id,
        report.latest().map(EndedJob::finishedAt));
  }

  private StateMark mark(SlotReport report) {
    return switch (report.state()) {
      case FREE -> new StateMark("free", "", text(SlotState.FREE));
      case READY ->
          lacksKey(report)
              ? new StateMark("warn", "state-warn", texts.get("slots.state.keyless"))
              : new StateMark("done", "state-ok", text(SlotState.READY));
      case RUNNING ->
          report.running() > 0
              ? new StateMark("running", "state-info state-breathing", text(SlotState.RUNNING))
              : new StateMark("queued", "state-info", texts.get("slots.state.queued"));
      case FAILING -> new StateMark("failed", "state-err", text(SlotState.FAILING));
    };
  }

  private boolean lacksKey(SlotReport report) {
    return report.slot().setup().map(setup -> setup.provider().value()).stream()
        .anyMatch(keyless::contains);
  }

  private String text(SlotState state) {
    return texts.get("slots.state." + SlotFilter.word(state));
  }

  private String detail(SlotReport report) {
    return switch (report.state()) {
      case FREE, READY -> "";
      case RUNNING -> work(report);
      case FAILING ->
          texts.get("slots.wrong", report.recentlyWrong(), report.recent())
              + reason(report.latest()).map(why -> " · " + why).orElse("");
    };
  }

  private String work(SlotReport report) {
    if (report.running() > 0 && report.queued() > 0) {
      return texts.get("slots.work.both", report.running(), report.queued());
    }
    return report.running() > 0
        ? texts.get("slots.work.running", report.running())
        : texts.get("slots.work.queued", report.queued());
  }

  /// Why the latest photo was not processed in time; empty if it was.
  private Optional<String> reason(Optional<EndedJob> latest) {
    return latest
        .filter(job -> job.state() != JobState.SUCCEEDED)
        .map(
            job ->
                job.failure() == null
                    ? texts.get("slots.reason.late")
                    : failures
                        .of(
                            JobFailure.of(job.failure().kind(), job.failure().reason(), ""),
                            language)
                        .message());
  }

  private String name(SlotDto slot) {
    return slot.name().isBlank() ? texts.get("slots.unnamed") : slot.name();
  }

  private static String path(String id) {
    return "/slots/" + id;
  }
}
