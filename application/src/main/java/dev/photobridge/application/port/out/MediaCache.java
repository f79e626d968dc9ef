package dev.photobridge.application.port.out;

import dev.photobridge.domain.media.PhotoSum;
import java.time.Duration;
import java.time.Instant;

/// All processed photos together, of all accounts and wherever their files lie. Safe for use by
/// many threads.
public interface MediaCache {
  /// Those that are kept.
  PhotoSum kept(Instant now);

  /// Lets all of them go, and what was made from them: they are not served from now on, and are
  /// deleted by the next cleaning up. Those that are younger than `spared` go once they are as old.
  ///
  /// @return those that go, now or soon
  PhotoSum letGo(Instant now, Duration spared);
}
