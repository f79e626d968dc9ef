package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.SessionId;
import java.time.Instant;

/// Remembers which sessions were ended before their tokens were. Safe for use by many threads.
public interface SignedOutSessions {
  /// Remembers this one, and forgets those that are over anyway.
  ///
  /// @param until when its last token ends
  void add(SessionId session, Instant until, Instant now);

  /// Whether this one was ended.
  boolean contains(SessionId session);
}
