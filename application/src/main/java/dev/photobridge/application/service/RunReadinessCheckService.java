package dev.photobridge.application.service;

import dev.photobridge.application.port.in.CheckReport;
import dev.photobridge.application.port.in.RunReadinessCheckUseCase;
import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes all inspections at once. One that breaks or hangs is itself a finding and keeps no other
/// one back. Safe for use by many threads.
public final class RunReadinessCheckService implements RunReadinessCheckUseCase {
  /// Of these it says something how long a look took.
  private static final Set<CheckArea> TIMED =
      EnumSet.of(CheckArea.DATABASE, CheckArea.MEDIA, CheckArea.PROVIDER, CheckArea.PUBLIC_ADDRESS);

  private final List<Inspection> inspections;
  private final Duration longest;
  private final InstantSource clock;
  private @Nullable CompletableFuture<CheckReport> latest;

  /// @param longest after so long an inspection is given up
  public RunReadinessCheckService(
      List<Inspection> inspections, Duration longest, InstantSource clock) {
    this.inspections = List.copyOf(inspections);
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  public CheckReport run() throws InterruptedException {
    try {
      return underWay().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the check itself broke", e);
    }
  }

  private synchronized CompletableFuture<CheckReport> underWay() {
    if (latest == null || latest.isDone()) {
      latest =
          CompletableFuture.supplyAsync(
              this::report, task -> Thread.ofVirtual().name("readiness-check").start(task));
    }
    return latest;
  }

  private CheckReport report() {
    var findings = new ArrayList<Finding>();
    ExecutorService inspectors = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<List<Finding>>> looks =
          inspectors.invokeAll(
              inspections.stream().map(this::timed).toList(),
              longest.toMillis(),
              TimeUnit.MILLISECONDS);
      for (int i = 0; i < looks.size(); i++) {
        findings.addAll(findings(inspections.get(i), looks.get(i)));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a check", e);
    } finally {
      // whoever hangs is not waited for
      inspectors.shutdownNow();
    }
    findings.sort(Comparator.comparing(Finding::area));
    return new CheckReport(findings);
  }

  private Callable<List<Finding>> timed(Inspection inspection) {
    return () -> {
      Instant begin = clock.instant();
      List<Finding> findings = inspection.findings();
      Duration took = Duration.between(begin, clock.instant());
      return findings.stream()
          .map(
              finding ->
                  TIMED.contains(finding.area()) && !took.isNegative()
                      ? finding.after(took)
                      : finding)
          .toList();
    };
  }

  private static List<Finding> findings(Inspection inspection, Future<List<Finding>> look) {
    return switch (look.state()) {
      case SUCCESS -> look.resultNow();
      case FAILED ->
          List.of(
              Finding.of(inspection.area(), FindingCode.PART_BROKEN)
                  .detailed(look.exceptionNow().toString()));
      case CANCELLED, RUNNING -> List.of(Finding.of(inspection.area(), FindingCode.PART_SILENT));
    };
  }
}
