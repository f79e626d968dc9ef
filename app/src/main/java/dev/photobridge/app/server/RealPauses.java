package dev.photobridge.app.server;

import dev.photobridge.application.port.out.Pauses;
import java.time.Duration;

/// Pauses that take their time: between tries of what nobody announces, such as a database that
/// comes back.
final class RealPauses implements Pauses {
  @Override
  public void pause(Duration length) throws InterruptedException {
    Thread.sleep(length);
  }
}
