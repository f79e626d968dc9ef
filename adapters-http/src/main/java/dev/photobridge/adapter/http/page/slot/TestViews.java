package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.Formats;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.slot.TestView.StageView;
import dev.photobridge.adapter.http.page.slot.TestView.State;
import dev.photobridge.openapi.model.JobDto;
import dev.photobridge.openapi.model.JobHistoryDto;
import dev.photobridge.openapi.model.JobStageDto;
import dev.photobridge.openapi.model.JobStageDto.NameEnum;
import dev.photobridge.openapi.model.OperationDto;
import dev.photobridge.openapi.model.ProviderDto;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Draws tests of slots.
///
/// @param model what the form calls the model; blank for none
/// @param photo the media id of the photo that is tried
record TestViews(Catalogue catalogue, Texts texts, Formats formats, String model, String photo) {
  static TestViews of(PageCall call, Catalogue catalogue, String model, String photo) {
    return new TestViews(catalogue, call.texts(), new Formats(call.language()), model, photo);
  }

  /// A test that was not begun.
  TestView refused(String slotId, List<SlotView.Mistake> mistakes) {
    return new TestView(
        slotId,
        "",
        "",
        State.REFUSED,
        texts.get("slot.test.refused"),
        List.of(),
        null,
        "",
        0,
        0,
        "",
        "",
        "",
        "",
        "",
        mistakes);
  }

  TestView of(JobDto job, UsualTime usual) {
    State state = state(job);
    boolean hasResult = (state == State.DONE || state == State.LATE) && job.resultAvailable();
    return new TestView(
        job.slotId(),
        job.id().toString(),
        address(job),
        state,
        words(job, state),
        stages(job, state),
        job.receivedAt(),
        Optional.ofNullable(job.finishedAt()).map(end -> seconds(job.receivedAt(), end)).orElse(""),
        (int) Duration.between(job.receivedAt(), job.answerBy()).toSeconds(),
        usual.middleSec(),
        usual.words(texts),
        cost(job),
        by(job),
        photo.isEmpty() ? "" : "/public/media/" + photo,
        hasResult ? "/api/jobs/" + job.id() + "/result" : "",
        List.of());
  }

  private String address(JobDto job) {
    return "/slots/"
        + job.slotId()
        + "/tests/"
        + job.id()
        + "?photo="
        + encoded(photo)
        + "&model="
        + encoded(model);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static State state(JobDto job) {
    return switch (job.state()) {
      case QUEUED, RUNNING, WAITING_PROVIDER -> State.RUNNING;
      case SUCCEEDED -> State.DONE;
      case SUCCEEDED_LATE -> State.LATE;
      case FAILED, EXPIRED -> State.FAILED;
    };
  }

  private String words(JobDto job, State state) {
    return switch (state) {
      case RUNNING ->
          current(job)
              .map(stage -> stageWords(stage.name()))
              .orElse(texts.get("slot.test.accepted"));
      case DONE -> texts.get("slot.test.done");
      case LATE -> texts.get("slot.test.late", seconds(job.receivedAt(), job.answerBy()));
      case FAILED ->
          Optional.ofNullable(job.failure())
              .map(failure -> failure.message())
              .orElse(texts.get("slot.test.failed"));
      case REFUSED -> texts.get("slot.test.refused");
    };
  }

  private static Optional<JobStageDto> current(JobDto job) {
    return passed(job).stream().filter(stage -> stage.endedAt() == null).findFirst();
  }

  private static List<JobStageDto> passed(JobDto job) {
    return Optional.ofNullable(job.history()).map(JobHistoryDto::stages).orElse(List.of());
  }

  private List<StageView> stages(JobDto job, State state) {
    var views = new ArrayList<StageView>();
    boolean goesOn = state == State.RUNNING;
    for (JobStageDto stage : passed(job)) {
      boolean now = stage.endedAt() == null && goesOn;
      views.add(new StageView(stageWords(stage.name()), now ? "now" : "done", took(stage)));
    }
    if (goesOn) {
      @Nullable NameEnum last =
          passed(job).stream().reduce((_, b) -> b).map(JobStageDto::name).orElse(null);
      Arrays.stream(NameEnum.values())
          .filter(name -> last == null || name.compareTo(last) > 0)
          .map(name -> new StageView(stageWords(name), "todo", ""))
          .forEach(views::add);
    }
    return views;
  }

  private String stageWords(NameEnum stage) {
    return texts.get("slot.stage." + stage.value());
  }

  private String took(JobStageDto stage) {
    Instant end = stage.endedAt();
    return end == null ? "" : seconds(stage.startedAt(), end);
  }

  private String seconds(Instant from, Instant to) {
    return texts.get("slot.seconds", formats.seconds(Duration.between(from, to)));
  }

  private String by(JobDto job) {
    var names = new ArrayList<String>();
    names.add(catalogue.provider(job.providerId()).map(ProviderDto::name).orElse(job.providerId()));
    names.add(
        catalogue
            .operation(job.providerId(), job.operationId())
            .map(OperationDto::name)
            .orElse(job.operationId()));
    names.add(model);
    names.removeIf(String::isBlank);
    return String.join(" · ", names);
  }

  /// Nothing while more may come.
  private String cost(JobDto job) {
    return job.finishedAt() == null
        ? ""
        : Optional.ofNullable(job.costUsd()).map(formats::money).orElse("");
  }
}
