package dev.photobridge.fault;

import dev.photobridge.fault.booth.BoothCrowd;
import dev.photobridge.fault.installation.Conditions;
import dev.photobridge.fault.installation.Installation;
import dev.photobridge.fault.installation.NodeProcess;
import dev.photobridge.fault.ledger.Disturbance;
import dev.photobridge.fault.ledger.FaultTime;
import dev.photobridge.fault.provider.ProviderFault;
import dev.photobridge.fault.provider.RecordingProvider;
import dev.photobridge.fault.schedule.Fault;
import dev.photobridge.fault.schedule.Step;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Breaks things, and mends them again. For one thread.
final class FaultInjector {
  /// Longer than a lease of 15 s.
  private static final Duration FROZEN = Duration.ofSeconds(18);

  private static final Duration AWAY = Duration.ofSeconds(3);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int CALLS = 4;

  private final Installation installation;
  private final RecordingProvider provider;
  private final BoothCrowd booths;
  private final DatabaseBreaker database;
  private final InstantSource clock;
  private final List<Disturbance> kills = new ArrayList<>();
  private final List<Disturbance> others = new ArrayList<>();
  private final List<FaultTime> providerAway = new ArrayList<>();

  FaultInjector(
      Installation installation,
      RecordingProvider provider,
      BoothCrowd booths,
      InstantSource clock) {
    this.installation = installation;
    this.provider = provider;
    this.booths = booths;
    this.database = new DatabaseBreaker(installation.postgres());
    this.clock = clock;
  }

  /// Why this fault can't be made here; empty where it can.
  Optional<String> obstacle(Fault fault) {
    return fault instanceof Fault.DiskFull ? installation.media().obstacle() : Optional.empty();
  }

  /// Makes it, and returns when it is over.
  ///
  /// @return what was seen of it
  String inject(Step step) throws IOException, SQLException, InterruptedException {
    var random = new Random(step.seed());
    return switch (step.fault()) {
      case Fault.Kills(int times) -> killed(times, random);
      case Fault.Freeze _ -> frozen(node(random));
      case Fault.Restart _ -> restarted(node(random));
      case Fault.Database(var kind) -> database.broken(kind);
      case Fault.Provider(var kind) -> failed(kind);
      case Fault.DiskFull _ -> filled();
      case Fault.BoothsLeave _ -> left(random);
    };
  }

  /// When which node was killed.
  List<Disturbance> kills() {
    return List.copyOf(kills);
  }

  /// When any node was not there.
  List<Disturbance> disturbances() {
    var all = new ArrayList<>(kills);
    all.addAll(others);
    return all;
  }

  /// When the provider was not there.
  List<FaultTime> providerAway() {
    return List.copyOf(providerAway);
  }

  private NodeProcess node(Random random) {
    List<NodeProcess> nodes = installation.nodes();
    return nodes.get(random.nextInt(nodes.size()));
  }

  private String killed(int times, Random random) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      NodeProcess node = node(random);
      Conditions.pause(Duration.ofMillis(300 + random.nextInt(2_000)));
      Instant from = clock.instant();
      node.kill();
      Conditions.pause(Duration.ofMillis(random.nextInt(500)));
      node.start();
      node.awaitReady();
      kills.add(new Disturbance(node.name(), from, clock.instant()));
    }
    return "";
  }

  private String frozen(NodeProcess node) throws IOException, InterruptedException {
    Instant from = clock.instant();
    node.freeze();
    Conditions.pause(FROZEN);
    node.thaw();
    // what it does next it does as if its leases were still its own
    others.add(new Disturbance(node.name(), from, clock.instant()));
    return "";
  }

  private String restarted(NodeProcess node) throws IOException, InterruptedException {
    Instant from = clock.instant();
    int code = node.stop();
    Duration stopping = Duration.between(from, clock.instant());
    node.start();
    node.awaitReady();
    others.add(new Disturbance(node.name(), from, clock.instant()));
    return "stopped in %.1f s with exit code %d".formatted(stopping.toMillis() / 1e3, code);
  }

  private String failed(ProviderFault kind) throws IOException {
    if (kind == ProviderFault.UNREACHABLE) {
      Instant from = clock.instant();
      provider.goAway();
      Conditions.pause(AWAY);
      provider.comeBack();
      providerAway.add(new FaultTime(kind.name(), from, clock.instant()));
      return "";
    }
    provider.failNext(kind, CALLS);
    Conditions.await(() -> provider.planned() == 0, LONGEST_WAIT);
    return CALLS + " calls";
  }

  private String filled() throws IOException, InterruptedException {
    installation.media().fill();
    try {
      Conditions.pause(AWAY);
    } finally {
      installation.media().free();
    }
    return "";
  }

  private String left(Random random) {
    for (int i = 0; i < 3; i++) {
      Conditions.pause(Duration.ofMillis(random.nextInt(500)));
      booths.leave();
    }
    return "3 times";
  }
}
