package dev.photobridge.benchmark.load;

import dev.photobridge.benchmark.server.ProcessFigures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// Makes calls one after the other and tells what one of them cost: `ProviderLegMain adapter|plain
/// <address> <photo> <folder> <calls>`. As many calls go before that are not counted.
final class ProviderLegMain {
  /// Goes before the CPU time and the time of a call, both in milliseconds.
  static final String COST = "A call: ";

  private ProviderLegMain() {}

  static void main(String[] args) throws IOException, InterruptedException {
    URI service = URI.create(args[1]);
    Path photo = Path.of(args[2]);
    ProviderLeg leg =
        args[0].equals("adapter")
            ? new AdapterLeg(service, photo, Path.of(args[3]))
            : new PlainLeg(service, photo);
    int calls = Integer.parseInt(args[4]);
    repeat(leg, calls);
    var self = new ProcessFigures(ProcessHandle.current().pid());
    long cpu = self.cpuMillis();
    long start = System.nanoTime();
    repeat(leg, calls);
    double millis = (System.nanoTime() - start) / 1e6;
    IO.println(
        "%s%.3f %.3f".formatted(COST, (double) (self.cpuMillis() - cpu) / calls, millis / calls));
    System.exit(0);
  }

  private static void repeat(ProviderLeg leg, int calls) throws IOException, InterruptedException {
    for (int i = 0; i < calls; i++) {
      leg.call();
    }
  }
}
