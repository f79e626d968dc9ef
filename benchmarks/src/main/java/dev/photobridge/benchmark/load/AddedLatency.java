package dev.photobridge.benchmark.load;

import dev.photobridge.benchmark.fake.NoisePhoto;
import dev.photobridge.benchmark.report.Bounds;
import dev.photobridge.benchmark.report.Figure;
import dev.photobridge.benchmark.report.MarkdownTable;
import dev.photobridge.benchmark.report.Result;
import dev.photobridge.benchmark.report.Section;
import dev.photobridge.benchmark.server.ProgramFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How much longer a booth waits because Photobridge stands between it and the provider.
///
/// A fake provider, a process of its own, drains each call, waits as long as the table says and
/// answers with an image of 2 MB. Booths post to it directly, through nginx, and through
/// Photobridge, and read the whole answer, which is checked byte by byte. Directly and through
/// nginx go the JSON bodies of Gemini's API ready made, 4/3 of the photo; to Photobridge goes the
/// form of DSLR Remote Pro, which it reads, stores, inspects, encodes, sends, and whose answer it
/// decodes, stores, inspects and sends. The ways take turns round by round; p50 is the median of
/// the rounds' medians, IQR how far these spread, p95 and p99 are of all posts, and added p50 is
/// the median of the rounds' differences to the direct way. Photos are encoded noise of 1.2
/// megapixels a megabyte, upright and no larger than the model takes, so that they are sent without
/// being decoded. Everything runs on one machine: with many booths, the clients' and the provider's
/// share of it counts, too.
public final class AddedLatency {
  private static final String METHOD =
      """
      Booths post photos to a fake provider (a process of its own; drains the call, waits, answers with an image of 2 MB) directly, \
      through nginx, and through Photobridge, and check the answer's bytes. Directly and through nginx goes Gemini's JSON ready made, 4/3 \
      of the photo; to Photobridge goes the form of DSLR Remote Pro, which it reads, stores, inspects, encodes and sends on. The ways take \
      turns round by round: p50 is the median of the rounds' medians, IQR their spread, p95 and p99 are of all posts, added p50 is the \
      median of the rounds' differences to the direct way. One booth meets a provider that answers at once, several one that takes 2 s. \
      Guests' photos are kept for a second (`SOURCE_TTL_SEC=1`), as nginx deletes its buffers at once. Before all that come 2,000 posts each \
      way. All processes share one machine.\
      """;

  /// Posts before anything is measured. An event is longer, and the JVM still compiles after a
  /// thousand.
  private static final int WARM_UP = 2_000;

  private static final int LARGE = 10;
  private static final int SEVERAL = 16;

  private final Peers peers;
  private final boolean quick;

  private AddedLatency(Peers peers, boolean quick) {
    this.peers = peers;
    this.quick = quick;
  }

  /// @param args `--quick`: fewer photos, booths and rounds
  static void main(String[] args) throws IOException, InterruptedException {
    boolean quick = List.of(args).contains("--quick");
    try (var peers = Peers.start(ProgramFiles.workFolder().resolve("latency"))) {
      new AddedLatency(peers, quick).section().print(System.out);
    }
  }

  private Section section() throws IOException, InterruptedException {
    var table =
        new MarkdownTable("photo, booths", "way", "p50 ms", "IQR", "p95", "p99", "added p50");
    var results = new ArrayList<Result>();
    List<Scenario> scenarios = Scenario.all(quick);
    byte[] photo = NoisePhoto.ofAbout(scenarios.getFirst().photoBytes(), 1);
    peers.providerTakes(Duration.ZERO);
    new Rounds(peers.all(), photo).warmUp(quick ? WARM_UP / 40 : WARM_UP);
    for (Scenario scenario : scenarios) {
      if (scenario.booths() == 1) {
        photo = NoisePhoto.ofAbout(scenario.photoBytes(), 1);
      }
      System.err.println("added latency: " + scenario.inWords());
      Comparison figures = measured(scenario, photo);
      figures.forEach((name, peer) -> addRow(table, scenario, name, peer, figures.direct()));
      results.addAll(results(scenario, figures));
    }
    var section = new Section("Added latency", METHOD).table(table);
    return section.table(Result.table(results)).paragraph(peers.note());
  }

  private Comparison measured(Scenario scenario, byte[] photo)
      throws IOException, InterruptedException {
    peers.providerTakes(scenario.providerTakes());
    return new Rounds(peers.all(), photo).run(scenario);
  }

  private static void addRow(
      MarkdownTable table, Scenario scenario, String name, PeerFigures peer, PeerFigures direct) {
    table.row(
        scenario.inWords(),
        name,
        Figure.of(peer.median()),
        Figure.of(peer.spread()),
        Figure.of(peer.percentile(95)),
        Figure.of(peer.percentile(99)),
        peer == direct ? "" : Figure.of(peer.added(direct)));
  }

  private static List<Result> results(Scenario scenario, Comparison figures) {
    var results = new ArrayList<Result>();
    if (scenario.megabytes() == LARGE) {
      for (String name : List.of(Peers.OURS_POSTGRES, Peers.OURS_MEMORY)) {
        figures
            .of(name)
            .flatMap(ours -> result(name + ": " + scenario.inWords(), scenario, ours, figures))
            .ifPresent(results::add);
      }
    }
    return results;
  }

  private static Optional<Result> result(
      String what, Scenario scenario, PeerFigures ours, Comparison figures) {
    PeerFigures direct = figures.direct();
    if (scenario.booths() == 1) {
      return figures
          .of(Peers.NGINX_BUFFERED)
          .map(
              nginx ->
                  Result.ratio(
                      what + ", added p50 over nginx's",
                      ours.added(direct),
                      nginx.added(direct),
                      "ms",
                      Bounds.atMost(2, 1)));
    }
    return scenario.booths() == SEVERAL
        ? Optional.of(
            Result.ratio(
                what + ", p50 over direct",
                ours.median(),
                direct.median(),
                "ms",
                Bounds.atMost(1.08, 1.02)))
        : Optional.empty();
  }
}
