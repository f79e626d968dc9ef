package dev.photobridge.fault;

import dev.photobridge.fault.booth.BoothCrowd;
import dev.photobridge.fault.installation.Conditions;
import dev.photobridge.fault.installation.Installation;
import dev.photobridge.fault.installation.Operator;
import dev.photobridge.fault.ledger.Evidence;
import dev.photobridge.fault.ledger.FaultTime;
import dev.photobridge.fault.ledger.JobRow;
import dev.photobridge.fault.ledger.Ledger;
import dev.photobridge.fault.ledger.OrphanTimes;
import dev.photobridge.fault.ledger.StorageState;
import dev.photobridge.fault.photo.Digest;
import dev.photobridge.fault.photo.NumberedPhotos;
import dev.photobridge.fault.provider.RecordingProvider;
import dev.photobridge.fault.schedule.Fault;
import dev.photobridge.fault.schedule.Schedule;
import dev.photobridge.fault.schedule.Step;
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
  static final double SAME_RATE = 0.95;

  private static final int NODES = 2;
  private static final Duration PROVIDER_DELAY = Duration.ofMillis(400);
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(90);
  private static final Duration LONGEST_WINDOW = Duration.ofSeconds(60);
  private static final int MOST_WINDOWS = 4;

  private final FaultRunOptions options;
  private final Consumer<String> progress;
  private final InstantSource clock = InstantSource.system();
  private final List<FaultRecord> records = new ArrayList<>();
  private final List<FaultTime> times = new ArrayList<>();

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
    try (var provider = new RecordingProvider(photos, PROVIDER_DELAY, clock);
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
      load(booths, injector);
      return settled(begin, installation, provider, booths, injector);
    }
  }

  private void load(BoothCrowd booths, FaultInjector injector)
      throws IOException, SQLException, InterruptedException {
    Instant begin = clock.instant();
    booths.start();
    booths.awaitAllServed(begin, LONGEST_RECOVERY);
    // what was just started is slower than it will be
    rate(booths);
    double before = rate(booths);
    progress.accept("Warm: %.1f photos/s.".formatted(before));
    for (Step step : Schedule.of(options.seed(), options.wishes()).steps()) {
      before = broken(step, booths, injector, before);
    }
    booths.finish();
  }

  /// Makes a fault, waits for recovery, and measures.
  ///
  /// @return the rate to hold the next fault's against
  private double broken(Step step, BoothCrowd booths, FaultInjector injector, double before)
      throws IOException, SQLException, InterruptedException {
    Fault fault = step.fault();
    if (injector.obstacle(fault).isPresent()) {
      String why = "skipped: " + injector.obstacle(fault).get();
      progress.accept(fault.title() + " " + why);
      records.add(new FaultRecord(fault, 0, why, true, Duration.ZERO, before, List.of()));
      return before;
    }
    Conditions.pause(step.pause());
    Instant from = clock.instant();
    String note = injector.inject(step);
    Instant over = clock.instant();
    boolean recovered = booths.awaitAllServed(over, LONGEST_RECOVERY);
    Duration recovery = Duration.between(over, clock.instant());
    times.add(new FaultTime(fault.title(), from, clock.instant()));
    List<Double> after = ratesAfter(booths, before);
    int count = fault instanceof Fault.Kills(int kills) ? kills : 1;
    var record = new FaultRecord(fault, count, note, recovered, recovery, before, after);
    records.add(record);
    progress.accept(
        "%s (%d) %s: all booths served %s after %.1f s; %.1f -> %.1f photos/s"
            .formatted(
                fault.title(),
                count,
                note,
                recovered ? "again" : "NOT again",
                recovery.toMillis() / 1e3,
                before,
                after.getLast()));
    return after.getLast();
  }

  private List<Double> ratesAfter(BoothCrowd booths, double before) {
    var rates = new ArrayList<Double>();
    do {
      rates.add(rate(booths));
    } while (rates.getLast() < SAME_RATE * before && rates.size() < MOST_WINDOWS);
    return rates;
  }

  private double rate(BoothCrowd booths) {
    int first = booths.served();
    long begin = System.nanoTime();
    Conditions.await(() -> booths.served() - first >= options.window(), LONGEST_WINDOW);
    return (booths.served() - first) / ((System.nanoTime() - begin) / 1e9);
  }

  private FaultRunResult settled(
      Instant begin,
      Installation installation,
      RecordingProvider provider,
      BoothCrowd booths,
      FaultInjector injector)
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
            List.copyOf(times),
            storage);
    var violations = new ArrayList<>(Ledger.violations(evidence));
    violations.addAll(Recovery.violations(records));
    return new FaultRunResult(
        options,
        List.copyOf(records),
        evidence,
        OrphanTimes.of(evidence.calls(), injector.kills(), PROVIDER_DELAY),
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
