package dev.photobridge.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `photobridge`: the commands.
@Command(
    name = "photobridge",
    description = "An AI bridge for photo booths: a photo in, a processed photo out.",
    mixinStandardHelpOptions = true,
    version = "photobridge 0.1.0",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      SendCommand.class,
      CheckCommand.class,
      RehearseCommand.class,
      CommandLine.HelpCommand.class
    })
public final class PhotobridgeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /// Made by [#run].
  PhotobridgeCommand() {}

  /// Runs what the arguments say.
  ///
  /// @return the exit code: 0 all well, 1 it did not work, 2 wrong usage or configuration
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new PhotobridgeCommand());
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
