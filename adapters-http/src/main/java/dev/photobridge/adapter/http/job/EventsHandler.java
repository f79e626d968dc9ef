package dev.photobridge.adapter.http.job;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.call.EventStream;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.application.port.in.JobEvent;
import dev.photobridge.application.port.in.WatchJobsOutcome;
import dev.photobridge.application.port.in.WatchJobsUseCase;
import dev.photobridge.application.port.in.WatchJobsUseCase.JobEvents;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.openapi.api.EventsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the signed-in operator's pages what changes, until they are closed, the operator is no
/// longer signed in, or the server stops.
public final class EventsHandler implements EventsApi<ApiCall> {
  /// Shorter than any proxy's patience, and than this server's own.
  public static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(EventsHandler.class);
  private static final int RETRY_WITH_TOO_MANY = 30;

  private final WatchJobsUseCase watchJobs;
  private final JobDtos dtos;
  private final Duration heartbeat;
  private final InstantSource clock;

  /// Wired by the application.
  ///
  /// @param heartbeat the longest silence
  /// @param clock says until when an operator is signed in
  public EventsHandler(
      WatchJobsUseCase watchJobs, ErrorMessages messages, Duration heartbeat, InstantSource clock) {
    this.watchJobs = watchJobs;
    this.dtos = new JobDtos(messages);
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  @Override
  public void streamEvents(ApiCall call) throws InterruptedException {
    stream(call, watchJobs.watchAll(call.operator()), this::tell);
  }

  @Override
  public void streamJobEvents(ApiCall call, UUID jobId) throws InterruptedException {
    stream(call, watchJobs.watchOne(call.operator(), new JobId(jobId)), this::tellOfOne);
  }

  /// Puts one event into words of the stream.
  private interface Telling {
    /// @return whether more may follow
    boolean tell(JobEvent event, EventStream stream, Language language) throws IOException;
  }

  private void stream(ApiCall call, WatchJobsOutcome outcome, Telling telling)
      throws InterruptedException {
    switch (outcome) {
      case WatchJobsOutcome.Watching(JobEvents events) -> {
        try (events) {
          pass(call, events, telling);
        } catch (IOException e) {
          LOG.debug("whoever watched has gone", e);
        }
      }
      case WatchJobsOutcome.JobUnknown _ -> throw JobsHandler.jobNotFound();
      case WatchJobsOutcome.TooMany tooMany ->
          throw ErrorAnswer.of(ErrorCodeDto.TOO_MANY_STREAMS)
              .with("limit", tooMany.most())
              .with(ErrorAnswer.RETRY_AFTER_SEC, RETRY_WITH_TOO_MANY)
              .asException();
      case WatchJobsOutcome.Stopping _ ->
          throw ErrorAnswer.of(ErrorCodeDto.SHUTTING_DOWN).asException();
    }
  }

  private void pass(ApiCall call, JobEvents events, Telling telling)
      throws IOException, InterruptedException {
    Language language = Language.of(call.acceptLanguage());
    EventStream stream = call.events();
    boolean goesOn = true;
    for (Duration wait = patience(call); goesOn && wait.isPositive(); wait = patience(call)) {
      Optional<JobEvent> event = events.next(wait);
      if (event.isPresent()) {
        goesOn = telling.tell(event.get(), stream, language);
      } else {
        stream.keepAlive();
      }
    }
  }

  /// How long to wait for an event: not beyond the operator's being signed in.
  private Duration patience(ApiCall call) {
    Duration left = Duration.between(clock.instant(), call.signedIn().until());
    return left.compareTo(heartbeat) < 0 ? left : heartbeat;
  }

  private boolean tell(JobEvent event, EventStream stream, Language language) throws IOException {
    switch (event) {
      case JobEvent.Ready _ -> stream.send("ready", Map.of());
      case JobEvent.Changed changed -> stream.send("job", dtos.of(changed.job(), language));
      case JobEvent.Deleted deleted ->
          stream.send("job_deleted", Map.of("id", deleted.job().value()));
      case JobEvent.Over _ -> {
        return false;
      }
    }
    return true;
  }

  private boolean tellOfOne(JobEvent event, EventStream stream, Language language)
      throws IOException {
    boolean ended =
        switch (event) {
          case JobEvent.Changed changed -> {
            stream.send("job", dtos.of(changed.job(), language));
            yield changed.job().job() instanceof FinishedJob;
          }
          case JobEvent.Deleted _ -> true;
          case JobEvent.Ready _, JobEvent.Over _ -> false;
        };
    if (ended) {
      stream.send("end", Map.of());
    }
    return !ended && !(event instanceof JobEvent.Over);
  }
}
