package dev.photobridge.app.cli;

import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.server.PhotobridgeServer;
import dev.photobridge.app.server.StartOutcome;
import dev.photobridge.app.server.StartProgress;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ExitCode;

/// Runs the server until the process is told to stop, and then stops it cleanly.
record ForegroundServer(PrintWriter err) {
  /// What to do once the server takes photos, before it goes on serving.
  @FunctionalInterface
  interface OnceStarted {
    void with(PhotobridgeServer server) throws InterruptedException;
  }

  /// Serves.
  ///
  /// @return the exit code of a start that failed; a started server ends with the process
  int run(Configuration configuration, StartProgress progress, OnceStarted then)
      throws InterruptedException {
    LogOutput.use(configuration.monitoring().logFormat());
    return switch (PhotobridgeServer.start(configuration, progress)) {
      case StartOutcome.Failed failed -> {
        err.println("Photobridge can't start:");
        failed.problems().forEach(problem -> err.println("  - " + problem));
        yield ExitCode.SOFTWARE;
      }
      case StartOutcome.Started started -> {
        PhotobridgeServer server = started.server();
        Runtime.getRuntime()
            .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(server)));
        then.with(server);
        new CountDownLatch(1).await();
        yield ExitCode.OK;
      }
    };
  }

  private static void stop(PhotobridgeServer server) {
    server.close();
    // a clean stop is success, also when a signal asked for it (the JVM would exit with 143)
    Runtime.getRuntime().halt(ExitCode.OK);
  }
}
