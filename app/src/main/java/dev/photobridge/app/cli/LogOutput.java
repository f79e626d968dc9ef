package dev.photobridge.app.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.photobridge.app.config.LogFormat;
import org.slf4j.LoggerFactory;

/// How the log of this process is written.
final class LogOutput {
  private LogOutput() {}

  /// Writes it so from now on.
  static void use(LogFormat format) {
    use(format, (LoggerContext) LoggerFactory.getILoggerFactory());
  }

  static void use(LogFormat format, LoggerContext logging) {
    switch (format) {
      case TEXT -> {} // as logback.xml has it
      case JSON ->
          logging
              .getLogger(Logger.ROOT_LOGGER_NAME)
              .iteratorForAppenders()
              .forEachRemaining(
                  appender -> {
                    if (appender instanceof OutputStreamAppender<ILoggingEvent> output) {
                      output.setEncoder(jsonLines(logging));
                    }
                  });
    }
  }

  /// What says when, how bad, where, what, in which request, and why; see `docs/monitoring.md`.
  private static JsonEncoder jsonLines(LoggerContext logging) {
    var lines = new JsonEncoder();
    lines.setContext(logging);
    lines.setWithSequenceNumber(false);
    lines.setWithNanoseconds(false);
    lines.setWithThreadName(false);
    lines.setWithContext(false);
    lines.setWithMarkers(false);
    // the message comes with its arguments filled in
    lines.setWithMessage(false);
    lines.setWithArguments(false);
    lines.setWithFormattedMessage(true);
    lines.start();
    return lines;
  }
}
