package dev.photobridge.benchmark.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What Linux tells of a process.
///
/// @param pid its number
public record ProcessFigures(long pid) {
  /// Ticks of a second, which Linux fixes for programs at this on every machine we know.
  private static final long TICKS_A_SECOND = 100;

  private static final int UTIME_AFTER_NAME = 11;

  /// Memory that it has now, in bytes.
  public long resident() {
    return status("VmRSS:");
  }

  /// The most memory that it ever had, in bytes.
  public long mostResident() {
    return status("VmHWM:");
  }

  /// Lets [#mostResident] begin anew.
  public void forgetMostResident() {
    try {
      Files.writeString(proc("clear_refs"), "5");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// CPU time that it used in its own code and in the kernel, in milliseconds.
  public long cpuMillis() {
    String stat = read("stat");
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long user = Long.parseLong(afterName[UTIME_AFTER_NAME]);
    long system = Long.parseLong(afterName[UTIME_AFTER_NAME + 1]);
    return (user + system) * 1_000 / TICKS_A_SECOND;
  }

  private long status(String name) {
    return read("status")
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replace("kB", "").strip())
        .mapToLong(text -> Long.parseLong(text) * 1_024)
        .findFirst()
        .orElseThrow();
  }

  private String read(String file) {
    try {
      return Files.readString(proc(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }
}
