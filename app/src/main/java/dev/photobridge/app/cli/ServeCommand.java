package dev.photobridge.app.cli;

import dev.photobridge.app.config.Configuration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `photobridge serve`: the server, in the foreground.
@Command(
    name = "serve",
    description = "Runs the server in the foreground until it gets SIGTERM or Ctrl-C.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.server");

  @Spec private CommandSpec spec;
  @Mixin private ConfigurationOption configurationOption;

  /// Made by the command line library.
  ServeCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Optional<Configuration> configuration = configurationOption.read(spec.commandLine().getErr());
    if (configuration.isEmpty()) {
      return ExitCode.USAGE;
    }
    var foreground = new ForegroundServer(spec.commandLine().getErr());
    return foreground.run(
        configuration.get(),
        LOG::info,
        server -> LOG.info("Ready for photos: {}", server.address()));
  }
}
