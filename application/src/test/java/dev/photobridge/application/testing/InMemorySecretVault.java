package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.KeptSecret;
import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.application.port.out.SecretVault;
import dev.photobridge.application.port.out.StorageUnavailableException;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Keeps secrets in a map, and counts how often it is asked for one.
public final class InMemorySecretVault implements SecretVault {
  private final Map<SecretName, KeptSecret> secrets = new ConcurrentHashMap<>();
  private final AtomicInteger questions = new AtomicInteger();
  private volatile boolean away;

  @Override
  public KeptSecret find(SecretName name) {
    questions.incrementAndGet();
    failIfAway();
    return secrets.getOrDefault(name, new KeptSecret.Missing());
  }

  @Override
  public void put(SecretName name, String value, Instant setAt) {
    failIfAway();
    secrets.put(name, new KeptSecret.Known(value, setAt));
  }

  @Override
  public boolean remove(SecretName name) {
    failIfAway();
    return secrets.remove(name) != null;
  }

  @Override
  public Set<SecretName> lost() {
    return secrets.entrySet().stream()
        .filter(kept -> kept.getValue() instanceof KeptSecret.Lost)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Makes what is kept unreadable, as a new secrets file does.
  public void spoil(SecretName name) {
    secrets.put(name, new KeptSecret.Lost(Instant.EPOCH));
  }

  /// Whether it can't be reached.
  public void beAway(boolean isAway) {
    away = isAway;
  }

  /// How often it was asked for a secret.
  public int questions() {
    return questions.get();
  }

  private void failIfAway() {
    if (away) {
      throw new StorageUnavailableException("away", new IOException("cable"));
    }
  }
}
