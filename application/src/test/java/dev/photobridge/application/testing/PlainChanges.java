package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.AtomicChanges;
import java.util.function.Supplier;

/// Makes changes one after the other.
public final class PlainChanges implements AtomicChanges {
  @Override
  public <T> T make(Supplier<T> changes) {
    return changes.get();
  }
}
