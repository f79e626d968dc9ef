package dev.photobridge.benchmark.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks into another JVM with the JDK's `jcmd`.
public final class HeapLook {
  private static final Pattern USED = Pattern.compile("total ([0-9]+)K, used ([0-9]+)K");

  private HeapLook() {}

  /// Bytes in use once all garbage is collected. The process stands still meanwhile.
  ///
  /// @param process with the serial collector
  public static long usedAfterCollection(ProcessFigures process)
      throws IOException, InterruptedException {
    jcmd(process, "GC.run");
    Matcher generations = USED.matcher(jcmd(process, "GC.heap_info"));
    long kilobytes = 0;
    while (generations.find()) {
      kilobytes += Long.parseLong(generations.group(2));
    }
    return kilobytes * 1_024;
  }

  private static String jcmd(ProcessFigures process, String command)
      throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process running =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (running.waitFor() != 0) {
      throw new IllegalStateException(jcmd + " " + command + ": " + said);
    }
    return said;
  }
}
