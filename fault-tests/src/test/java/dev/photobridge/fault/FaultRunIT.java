package dev.photobridge.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.fault.installation.NodeProcess;
import dev.photobridge.fault.schedule.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short run over the program as it is packaged. `fault-tests/run` does the long one.
class FaultRunIT {
  private static final long SEED = 20_260_101;

  @TempDir private Path folder;

  @Test
  void nothingIsLostMixedUpLeftOverOrPaidTwice() throws Exception {
    Path home = Path.of("..").toAbsolutePath().normalize();
    Path build =
        Path.of("").toAbsolutePath().relativize(Path.of(System.getProperty("photobridge.build")));
    Path jar = home.resolve("app").resolve(build).resolve("photobridge.jar");
    var options =
        new FaultRunOptions(
            SEED,
            new Schedule.Wishes(3, 1, Schedule.quickOnes()),
            8,
            0,
            Duration.ofMillis(400),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            new NodeProcess.Program(home, jar),
            folder);

    FaultRunResult result = new FaultRun(options, System.out::println).run();

    assertThat(result.violations()).as(FaultReport.of(result)).isEmpty();
  }
}
