package dev.photobridge.adapter.provider.breaker;

import dev.photobridge.application.port.out.ProviderMonitor;
import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the breakers of this node know, and what the providers behind them said.
public final class BreakerProviderMonitor implements ProviderMonitor {
  private final List<GuardedImageProvider> providers;

  /// @param providers those with a breaker
  public BreakerProviderMonitor(List<GuardedImageProvider> providers) {
    this.providers = List.copyOf(providers);
  }

  @Override
  public Map<ProviderId, ProviderCondition> conditions() {
    return providers.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                GuardedImageProvider::id, GuardedImageProvider::condition));
  }

  @Override
  public Map<ProviderId, List<ModelNotice>> notices() {
    return providers.stream()
        .filter(provider -> !provider.notices().isEmpty())
        .collect(
            Collectors.toUnmodifiableMap(GuardedImageProvider::id, GuardedImageProvider::notices));
  }
}
