package dev.photobridge.application.service;

import dev.photobridge.application.engine.ProviderTimes;
import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.application.port.out.ProviderClocks;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.ClockDifference;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotSetup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether one provider can be reached and takes our key, and what time it is there.
public final class ProviderInspection implements Inspection {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final ProviderProbe probe;
  private final ProviderCatalogue catalogue;
  private final UsedSetups used;
  private final ProviderTimes times;
  private final ProviderClocks clocks;

  /// @param used tells whether any slot needs the provider
  /// @param times how long its calls took lately
  public ProviderInspection(
      ProviderProbe probe,
      ProviderCatalogue catalogue,
      UsedSetups used,
      ProviderTimes times,
      ProviderClocks clocks) {
    this.probe = probe;
    this.catalogue = catalogue;
    this.used = used;
    this.times = times;
    this.clocks = clocks;
  }

  @Override
  public CheckArea area() {
    return CheckArea.PROVIDER;
  }

  @Override
  public List<Finding> findings() throws InterruptedException {
    ProviderId provider = probe.provider();
    Finding found = found(probe.check(LONGEST)).about(provider.value());
    Optional<Finding> clock =
        clocks.ahead(provider).flatMap(ahead -> ClockDifference.finding(provider.value(), ahead));
    return Stream.concat(Stream.of(found), clock.stream()).toList();
  }

  private Finding found(ProviderCheck check) {
    return switch (check) {
      case ProviderCheck.Works works -> works().detailed(works.detail());
      case ProviderCheck.NoKey _ -> noKey();
      case ProviderCheck.Fails fails ->
          Finding.of(area(), FindingCode.PROVIDER_FAILS)
              .with("reason", fails.failure().reason())
              .detailed(fails.failure().detail());
    };
  }

  private Finding works() {
    Duration median = times.median(probe.provider());
    return median.isZero()
        ? Finding.of(area(), FindingCode.PROVIDER_WORKS)
        : Finding.of(area(), FindingCode.PROVIDER_WORKS_IN).with("seconds", seconds(median));
  }

  private Finding noKey() {
    List<Slot> needing = used.with(this::needsProvider);
    String key = probe.provider().value().toUpperCase(Locale.ROOT) + "_API_KEY";
    return needing.isEmpty()
        ? Finding.of(area(), FindingCode.PROVIDER_NO_KEY).with("key", key)
        : Finding.of(area(), FindingCode.PROVIDER_KEY_NEEDED)
            .with("key", key)
            .with("slots", UsedSetups.named(needing));
  }

  private boolean needsProvider(SlotSetup setup) {
    boolean writes =
        catalogue.promptWriter().filter(w -> w.id().equals(probe.provider())).isPresent();
    return setup.provider().equals(probe.provider())
        || (writes && setup.settings().promptTask().isPresent());
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
