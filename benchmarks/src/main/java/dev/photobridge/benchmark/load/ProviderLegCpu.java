package dev.photobridge.benchmark.load;

import dev.photobridge.benchmark.fake.NoisePhoto;
import dev.photobridge.benchmark.report.Figure;
import dev.photobridge.benchmark.report.MarkdownTable;
import dev.photobridge.benchmark.report.Samples;
import dev.photobridge.benchmark.report.Section;
import dev.photobridge.benchmark.server.ChildProcess;
import dev.photobridge.benchmark.server.FakeProcess;
import dev.photobridge.benchmark.server.ProgramFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CPU time that the provider's part of a photo takes: 10 MB up, an image of 2 MB down.
///
/// A process makes calls one after the other with the product's Gemini adapter, from the photo's
/// file to the result's, to the fake provider, which is another process; half of the calls are for
/// the compiler and not counted. User and system time are read from `/proc/self/stat`. Beside it
/// another process sends the same bytes, made beforehand, with the JDK's HTTP client and throws the
/// answer away: what is above that is Base64, JSON and files. The two take turns.
public final class ProviderLegCpu {
  private static final String METHOD =
      """
      A process makes calls one after the other with the product's Gemini adapter, from the photo's file (10 MB) to the result's (2 MB), to \
      the fake provider; as many calls go before that are not counted. User and system time are from `/proc/self/stat`. Beside it another \
      process sends the same bytes, made beforehand, with the JDK's HTTP client and throws the answer away: what is above that is Base64, \
      JSON and files. The two take turns; the figures are medians.\
      """;

  private static final Pattern COST = Pattern.compile(ProviderLegMain.COST + "([0-9.]+) ([0-9.]+)");
  private static final Map<String, String> LEGS =
      Map.of("adapter", "Photobridge's adapter", "plain", "ready-made bytes, answer discarded");

  private ProviderLegCpu() {}

  /// @param args `--quick`: fewer calls and rounds
  static void main(String[] args) throws IOException, InterruptedException {
    boolean quick = List.of(args).contains("--quick");
    Path folder = Files.createDirectories(ProgramFiles.workFolder().resolve("cpu"));
    Path photo = folder.resolve("photo.jpg");
    Files.write(photo, NoisePhoto.ofAbout(10_000_000, 1));
    var costs = new LinkedHashMap<String, List<Matcher>>();
    try (var fake = FakeProcess.start(folder)) {
      for (int round = 0; round < (quick ? 3 : 7); round++) {
        for (String leg : List.of("adapter", "plain")) {
          System.err.println("provider leg: " + leg);
          costs
              .computeIfAbsent(leg, _ -> new ArrayList<>())
              .add(cost(leg, fake, photo, folder, quick ? 30 : 100));
        }
      }
    }
    var table = new MarkdownTable("who", "CPU ms a photo", "IQR", "ms a photo");
    costs.forEach(
        (leg, found) -> {
          Samples cpu = samples(found, 1);
          table.row(
              LEGS.getOrDefault(leg, leg),
              Figure.of(cpu.median()),
              Figure.of(cpu.interquartileRange()),
              Figure.of(samples(found, 2).median()));
        });
    new Section("CPU of the provider's part", METHOD).table(table).print(System.out);
  }

  private static Matcher cost(String leg, FakeProcess fake, Path photo, Path folder, int calls)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            ChildProcess.java(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-cp",
            System.getProperty("java.class.path"),
            ProviderLegMain.class.getName(),
            leg,
            fake.base().toString(),
            photo.toString(),
            folder.toString(),
            Integer.toString(calls));
    try (var process = ChildProcess.start(command, Map.of(), folder.resolve(leg + ".log"))) {
      return process.await(COST, Duration.ofMinutes(3));
    }
  }

  private static Samples samples(List<Matcher> costs, int group) {
    return Samples.of(costs.stream().map(cost -> Double.parseDouble(cost.group(group))).toList());
  }
}
