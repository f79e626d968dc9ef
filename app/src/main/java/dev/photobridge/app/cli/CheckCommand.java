package dev.photobridge.app.cli;

import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.server.Check;
import dev.photobridge.app.server.InstallationCheck;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `photobridge check`: is everything in order?
@Command(
    name = "check",
    description = {
      "Looks at configuration, catalogue, secrets, database, media folder and provider keys,",
      "and says what is wrong. Changes nothing that a start would not."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigurationOption configurationOption;

  /// Made by the command line library.
  CheckCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter terminal = spec.commandLine().getOut();
    Optional<Configuration> configuration = configurationOption.read(spec.commandLine().getErr());
    if (configuration.isEmpty()) {
      return ExitCode.USAGE;
    }
    print(terminal, new Check.Fine("configuration", "no mistakes"));
    List<Check> checks = InstallationCheck.of(configuration.get(), check -> print(terminal, check));
    boolean allFine = checks.stream().noneMatch(Check.Wrong.class::isInstance);
    terminal.println(allFine ? "All is in order." : "Something has to be mended, see above.");
    return allFine ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static void print(PrintWriter terminal, Check check) {
    String mark =
        switch (check) {
          case Check.Fine _ -> "ok   ";
          case Check.Noted _ -> "note ";
          case Check.Wrong _ -> "WRONG";
        };
    terminal.printf("%s  %-14s %s%n", mark, check.name(), check.text());
    terminal.flush();
  }
}
