package dev.photobridge.benchmark.server;

import dev.photobridge.app.config.ConfigurationKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A process that is measured or helps to measure, with its log in a file.
public final class ChildProcess implements AutoCloseable {
  private static final Duration LONGEST_STOP = Duration.ofMinutes(1);
  private static final long LOOK_AGAIN_MS = 5;

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /// Starts one; nothing of the product's configuration in this process's environment reaches it.
  ///
  /// @param environment what it gets on top
  /// @param log what it says; overwritten
  public static ChildProcess start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    Files.createDirectories(log.getParent());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    for (ConfigurationKey key : ConfigurationKey.values()) {
      builder.environment().remove(key.name());
    }
    builder.environment().putAll(environment);
    return new ChildProcess(builder.start(), log);
  }

  /// The program that runs this one.
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// Waits until it has said something.
  ///
  /// @return where the pattern was found
  /// @throws IllegalStateException when it ends or the time is over first; with the end of its log
  public Matcher await(Pattern pattern, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      boolean alive = process.isAlive();
      Matcher matcher = pattern.matcher(log());
      if (matcher.find()) {
        return matcher;
      }
      if (!alive || System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s did not say \"%s\": %s".formatted(log, pattern, lastWords()));
      }
      Thread.sleep(LOOK_AGAIN_MS);
    }
  }

  /// Whether it runs.
  public boolean isAlive() {
    return process.isAlive();
  }

  /// What it needs of the machine.
  public ProcessFigures figures() {
    return new ProcessFigures(process.pid());
  }

  /// What it said.
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `kill -9`.
  public void kill() {
    process.destroyForcibly();
  }

  /// Asks it to end, and ends it where it does not within a minute.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String lastWords() {
    String all = log();
    return all.substring(Math.max(0, all.length() - 3_000));
  }
}
