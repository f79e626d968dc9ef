package dev.photobridge.fault;

import dev.photobridge.fault.installation.NodeProcess;
import dev.photobridge.fault.schedule.Fault;
import dev.photobridge.fault.schedule.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line of the long run.
@Command(
    name = "fault-tests/run",
    mixinStandardHelpOptions = true,
    description =
        "Breaks a running installation again and again, and shows what became of every photo.")
public final class FaultTests implements Callable<Integer> {
  /// So long that what else a photo takes matters little for the rate, on a busy computer too.
  private static final Duration PROVIDER_DELAY = Duration.ofMillis(1_500);

  private static final Duration LONGEST_CLEANING = Duration.ofSeconds(30);

  @Option(names = "--seed", description = "Of the order of faults (default: chosen and printed).")
  private @Nullable Long seed;

  @Option(names = "--kills", defaultValue = "100", description = "Nodes to kill: ${DEFAULT-VALUE}.")
  private int kills;

  @Option(
      names = "--kills-at-once",
      defaultValue = "4",
      description = "Kills between two measurements: ${DEFAULT-VALUE}.")
  private int killsAtOnce;

  @Option(
      names = "--others",
      defaultValue = "1",
      description = "How often each other fault comes: ${DEFAULT-VALUE}.")
  private int others;

  @Option(
      names = "--only",
      split = ",",
      description = "Other faults only if their titles contain one of these words.")
  private @Nullable List<String> only;

  @Option(names = "--booths", defaultValue = "16", description = "${DEFAULT-VALUE}.")
  private int booths;

  @Option(
      names = "--window",
      defaultValue = "4",
      description = "Photos of each booth over which a rate is measured: ${DEFAULT-VALUE}.")
  private int window;

  @Option(names = "--report", description = "A file for the report, too.")
  private @Nullable Path report;

  /// Runs the command.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new FaultTests()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    long chosen = seed == null ? new Random().nextInt(1_000_000) : seed;
    Path home = Path.of(System.getProperty("photobridge.home", ".")).toAbsolutePath().normalize();
    Path folder = Files.createTempDirectory("photobridge-faults");
    var options =
        new FaultRunOptions(
            chosen,
            new Schedule.Wishes(kills, killsAtOnce, otherFaults()),
            booths,
            window,
            PROVIDER_DELAY,
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            new NodeProcess.Program(home, home.resolve("app/target/photobridge.jar")),
            folder);
    say("Seed " + chosen + "; logs in " + folder);
    FaultRunResult result = cleanedUp(new FaultRun(options, FaultTests::say));
    String text = FaultReport.of(result);
    System.out.println("\n" + text);
    if (report != null) {
      Files.writeString(report, text);
    }
    return result.violations().isEmpty() ? 0 : 1;
  }

  /// Runs it; whoever breaks it off finds no node, database or disk left behind.
  private static FaultRunResult cleanedUp(FaultRun run) throws Exception {
    Thread runner = Thread.currentThread();
    var over = new CountDownLatch(1);
    var breakOff =
        new Thread(
            () -> {
              runner.interrupt();
              awaitSome(over);
            });
    Runtime.getRuntime().addShutdownHook(breakOff);
    try {
      return run.run();
    } finally {
      over.countDown();
    }
  }

  private static void awaitSome(CountDownLatch over) {
    try {
      var _ = over.await(LONGEST_CLEANING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      // the process ends all the same
    }
  }

  private List<Fault> otherFaults() {
    List<String> words = only == null ? List.of("") : only;
    return Collections.nCopies(others, Schedule.everything()).stream()
        .flatMap(List::stream)
        .filter(fault -> words.stream().anyMatch(fault.title()::contains))
        .toList();
  }

  private static void say(String what) {
    System.out.println(
        LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + what);
  }
}
