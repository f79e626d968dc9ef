package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.PasswordHasher;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Hashes nothing, but makes a new text each time, as a salt does. Safe for use by many threads.
public final class PlainPasswordHasher implements PasswordHasher {
  private final AtomicInteger salts = new AtomicInteger();
  private final Queue<String> checked = new ConcurrentLinkedQueue<>();
  private volatile Runnable beforeCheck = () -> {};

  @Override
  public String hash(String password) {
    return salts.incrementAndGet() + ":" + password;
  }

  @Override
  public boolean matches(String password, String hash) {
    checked.add(hash);
    beforeCheck.run();
    return !hash.isEmpty() && hash.substring(hash.indexOf(':') + 1).equals(password);
  }

  @Override
  public String decoy() {
    return "";
  }

  /// The hashes that passwords were checked against.
  public List<String> checked() {
    return List.copyOf(checked);
  }

  /// Runs within each check.
  public void beforeCheck(Runnable action) {
    beforeCheck = action;
  }
}
