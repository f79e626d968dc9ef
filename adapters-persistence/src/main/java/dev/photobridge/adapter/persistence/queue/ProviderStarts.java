package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderLimits;
import dev.photobridge.domain.provider.ProviderUsage;
import dev.photobridge.domain.provider.RateWindow;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// How many jobs may start by the limits of the catalogue. Asks the record of attempts only for
/// providers that have limits.
record ProviderStarts(ProviderCatalogue catalogue) {
  /// Where the attempts are recorded.
  interface Ledger {
    ProviderUsage usage(ProviderId provider, Instant dayStart, Instant now);

    long averageTokens(ProviderId provider);
  }

  /// The places that limits leave of the free ones; providers with none are left out.
  Map<ProviderId, Integer> of(Map<ProviderId, Integer> freePlaces, Ledger ledger, Instant now) {
    var starts = new HashMap<ProviderId, Integer>();
    freePlaces.forEach(
        (id, free) -> {
          int allowed = Math.min(free, allowed(limits(id), id, ledger, now));
          if (allowed > 0) {
            starts.put(id, allowed);
          }
        });
    return starts;
  }

  /// Whether any of these providers has limits, so that [#of] asks the record.
  boolean areLimited(Collection<ProviderId> providers) {
    return providers.stream().anyMatch(id -> !limits(id).areNone());
  }

  /// How many jobs of this provider may run at once, over all nodes.
  int parallelLimit(ProviderId id) {
    return catalogue.provider(id).map(p -> p.ingest().maxParallelJobs()).orElse(0);
  }

  ProviderUsage usage(ProviderId id, Ledger ledger, Instant now) {
    ProviderLimits limits = limits(id);
    return limits.areNone()
        ? ProviderUsage.NONE
        : ledger.usage(id, RateWindow.dayStart(now, limits.dayZone()), now);
  }

  long averageTokens(ProviderId id, Ledger ledger) {
    return limits(id).tokensPerMinute() == null ? 0 : ledger.averageTokens(id);
  }

  private int allowed(ProviderLimits limits, ProviderId id, Ledger ledger, Instant now) {
    return limits.areNone()
        ? Integer.MAX_VALUE
        : new RateWindow(limits).startsAllowed(usage(id, ledger, now), averageTokens(id, ledger));
  }

  private ProviderLimits limits(ProviderId id) {
    return catalogue.provider(id).map(Provider::limits).orElse(ProviderLimits.NONE);
  }
}
