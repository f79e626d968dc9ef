package dev.photobridge.app.cli;

import dev.photobridge.adapter.http.check.FindingMessages;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.server.InstallationCheck;
import dev.photobridge.application.port.in.CheckReport;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.Verdict;
import java.io.PrintWriter;
import java.util.Locale;
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
      "Looks at configuration, catalogue, secrets, database, disk, clock, media store, providers,",
      "models, slots and public address, and says what is wrong. Changes nothing that a start",
      "would not."
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
    terminal.println("Looking at everything; this takes some ten seconds …");
    print(terminal, Verdict.FINE, "configuration", "It has no mistakes.");
    CheckReport report = InstallationCheck.of(configuration.get());
    var messages = new FindingMessages();
    report.findings().forEach(finding -> print(terminal, finding, messages));
    boolean works = report.verdict() != Verdict.WRONG;
    terminal.println(works ? "All is in order." : "Something has to be mended, see above.");
    return works ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static void print(PrintWriter terminal, Finding finding, FindingMessages messages) {
    String area = finding.area().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String text = messages.text(finding, Language.ENGLISH);
    print(
        terminal,
        finding.verdict(),
        area,
        finding.subject().map(subject -> subject + ": ").orElse("")
            + text
            + finding.detail().map(detail -> " (" + detail + ")").orElse(""));
  }

  private static void print(PrintWriter terminal, Verdict verdict, String area, String text) {
    String mark =
        switch (verdict) {
          case FINE -> "ok   ";
          case NOTED -> "note ";
          case WRONG -> "WRONG";
        };
    terminal.printf("%s  %-14s %s%n", mark, area, text);
    terminal.flush();
  }
}
