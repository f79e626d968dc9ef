package dev.photobridge.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.CheckReport;
import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import dev.photobridge.domain.check.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunReadinessCheckServiceTest {
  private static final Finding DISK = Finding.of(CheckArea.DISK, FindingCode.DISK_ROOMY);
  private static final Finding CATALOGUE =
      Finding.of(CheckArea.CATALOGUE, FindingCode.CATALOGUE_READ);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void findingsComeInTheOrderOfTheirAreasAndTheWorstCounts() throws InterruptedException {
    Finding noted = Finding.of(CheckArea.PROVIDER, FindingCode.PROVIDER_NO_KEY).about("gemini");

    CheckReport report =
        check(LONG, look(CheckArea.PROVIDER, noted), look(CheckArea.DISK, DISK, CATALOGUE)).run();

    assertThat(report.findings())
        .extracting(Finding::area)
        .containsExactly(CheckArea.CATALOGUE, CheckArea.DISK, CheckArea.PROVIDER);
    assertThat(report.verdict()).isEqualTo(Verdict.NOTED);
    assertThat(report.findings().getLast().took()).isPresent();
    assertThat(report.findings().getFirst().took()).isEmpty();
  }

  @Test
  void anInspectionThatBreaksIsAFindingAndKeepsNoOtherOneBack() throws InterruptedException {
    CheckReport report =
        check(
                LONG,
                new Look(
                    CheckArea.DATABASE,
                    () -> {
                      throw new IOException("torn");
                    }),
                look(CheckArea.DISK, DISK))
            .run();

    assertThat(report.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.PART_BROKEN, FindingCode.DISK_ROOMY);
    assertThat(report.findings().getFirst().detail().orElseThrow()).contains("torn");
  }

  @Test
  void anInspectionThatHangsIsGivenUp() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    CheckReport report =
        check(
                Duration.ofMillis(200),
                new Look(
                    CheckArea.PROVIDER,
                    () -> {
                      try {
                        never.await();
                      } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                      }
                      return List.of();
                    }),
                look(CheckArea.DISK, DISK))
            .run();

    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.DISK_ROOMY, FindingCode.PART_SILENT);
    interrupted.await();
  }

  @Test
  void whoeverComesMeanwhileGetsTheSameReport() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var looks = new AtomicInteger();
    var check =
        check(
            LONG,
            new Look(
                CheckArea.DISK,
                () -> {
                  looks.incrementAndGet();
                  begun.countDown();
                  goOn.await();
                  return List.of(DISK);
                }));
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CheckReport> first = callers.submit(check::run);
      begun.await();
      Future<CheckReport> second = callers.submit(check::run);
      callers.submit(goOn::countDown).get();

      assertThat(second.get().findings()).isEqualTo(first.get().findings());
    }
    int soFar = looks.get();
    assertThat(check.run().findings()).containsExactly(DISK);
    assertThat(looks).hasValue(soFar + 1);
  }

  private interface Looking {
    List<Finding> look() throws IOException, InterruptedException;
  }

  private record Look(CheckArea area, Looking looking) implements Inspection {
    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
      return looking.look();
    }
  }

  private static Inspection look(CheckArea area, Finding... findings) {
    return new Look(area, () -> List.of(findings));
  }

  private static RunReadinessCheckService check(Duration longest, Inspection... inspections) {
    return new RunReadinessCheckService(List.of(inspections), longest, InstantSource.system());
  }
}
