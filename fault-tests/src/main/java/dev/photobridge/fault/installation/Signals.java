package dev.photobridge.fault.installation;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/// Signals to processes, by the system's own program.
final class Signals {
  private Signals() {}

  static void send(String signal, long pid) throws IOException, InterruptedException {
    run("kill", "-" + signal, Long.toString(pid));
  }

  /// Runs a program of the system.
  ///
  /// @throws IOException when it is not there or fails
  static void run(String... command) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", command) + " failed with " + code);
    }
  }
}
