package dev.photobridge.fault;

import dev.photobridge.fault.booth.BoothCrowd;
import dev.photobridge.fault.installation.Installation;
import dev.photobridge.fault.installation.Operator;
import dev.photobridge.fault.ledger.Evidence;
import dev.photobridge.fault.ledger.JobRow;
import dev.photobridge.fault.ledger.Ledger;
import dev.photobridge.fault.ledger.OrphanTimes;
import dev.photobridge.fault.ledger.StorageState;
import dev.photobridge.fault.photo.Digest;
import dev.photobridge.fault.photo.NumberedPhotos;
import dev.photobridge.fault.provider.RecordingProvider;
import dev.photobridge.fault.schedule.Schedule;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// One run: an installation under load, everything broken that is on the schedule, and the ledger.
final class FaultRun {
  private static final int NODES = 2;

  private final FaultRunOptions options;
  private final Consumer<String> progress;
  private final InstantSource clock = InstantSource.system();

  /// @param progress is told what goes on
  FaultRun(FaultRunOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /// Runs all of it.
  FaultRunResult run() throws IOException, SQLException, InterruptedException {
    Instant begin = clock.instant();
    var photos = new NumberedPhotos();
    var settings =
        new Installation.Settings(
            NODES,
            options.booths() * BoothCrowd.SLOTS_EACH,
            options.answerIn(),
            options.lifetime());
    try (var provider = new RecordingProvider(photos, options.providerDelay(), clock);
        var installation =
            Installation.start(options.folder(), options.program(), provider, settings);
        var booths =
            new BoothCrowd(
                photos,
                installation.links(),
                options.booths(),
                options.answerIn().plusSeconds(15),
                clock)) {
      progress.accept("The installation runs.");
      var injector = new FaultInjector(installation, provider, booths, clock);
      var sequence = new FaultSequence(injector, booths, clock, options.window(), progress);
      booths.start();
      Schedule schedule = Schedule.of(options.seed(), options.wishes());
      if (options.window() > 0) {
        sequence.measured(schedule);
      } else {
        sequence.rushed(schedule);
      }
      booths.finish();
      return settled(begin, installation, provider, booths, injector, sequence);
    }
  }

  private FaultRunResult settled(
      Instant begin,
      Installation installation,
      RecordingProvider provider,
      BoothCrowd booths,
      FaultInjector injector,
      FaultSequence sequence)
      throws IOException, SQLException, InterruptedException {
    progress.accept("The booths have gone; waiting for open jobs.");
    var aftermath = new Aftermath(installation);
    aftermath.awaitEnds(options.lifetime().plusSeconds(60));
    int leftovers = aftermath.filesWithoutRow();
    List<JobRow> jobs = aftermath.jobs();
    Map<String, String> fetched = fetched(jobs, booths, installation);
    progress.accept("Cleaning up.");
    StorageState storage = aftermath.afterCleaning();
    var evidence =
        new Evidence(
            booths.posts(),
            provider.calls(),
            jobs,
            fetched,
            injector.disturbances(),
            injector.providerAway(),
            sequence.times(),
            storage);
    var violations = new ArrayList<>(Ledger.violations(evidence));
    violations.addAll(Recovery.violations(sequence.records()));
    return new FaultRunResult(
        options,
        sequence.records(),
        evidence,
        OrphanTimes.of(
            evidence.calls(), injector.kills(), RecordingProvider.longest(options.providerDelay())),
        leftovers,
        violations,
        Duration.between(begin, clock.instant()));
  }

  /// What the API gives for jobs that succeeded though their booths got no photo.
  private static Map<String, String> fetched(
      List<JobRow> jobs, BoothCrowd booths, Installation installation)
      throws IOException, InterruptedException {
    Set<Integer> served = new HashSet<>();
    booths.posts().stream()
        .filter(post -> post.isServed())
        .forEach(post -> served.add(post.photo()));
    var fetched = new HashMap<String, String>();
    try (Operator operator = installation.operator()) {
      for (JobRow job : jobs) {
        if (job.state().startsWith("SUCCEEDED") && !served.contains(job.photo())) {
          HttpResponse<byte[]> result = operator.result(job.id());
          fetched.put(
              job.id(),
              result.statusCode() == 200
                  ? Digest.of(result.body())
                  : "status " + result.statusCode());
        }
      }
    }
    return fetched;
  }
}
