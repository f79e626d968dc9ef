package dev.photobridge.adapter.persistence;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.account.SessionId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiSignedOutSessionsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final JdbiSignedOutSessions ended = new JdbiSignedOutSessions(DATABASE.jdbi());

  @Test
  void remembersWhoSignedOut() {
    SessionId session = aSession();

    ended.add(session, NOON.plusSeconds(60), NOON);

    assertThat(ended.contains(session)).isTrue();
    assertThat(ended.contains(aSession())).isFalse();
  }

  @Test
  void signingOutTwiceIsSigningOut() {
    SessionId session = aSession();

    ended.add(session, NOON.plusSeconds(60), NOON);
    ended.add(session, NOON.plusSeconds(60), NOON.plusSeconds(1));

    assertThat(ended.contains(session)).isTrue();
  }

  @Test
  void forgetsThoseThatAreOverAnyway() {
    SessionId over = aSession();
    SessionId lasting = aSession();
    ended.add(over, NOON.plusSeconds(60), NOON);
    ended.add(lasting, NOON.plusSeconds(61), NOON);

    ended.add(aSession(), NOON.plusSeconds(120), NOON.plusSeconds(60));

    assertThat(ended.contains(over)).isFalse();
    assertThat(ended.contains(lasting)).isTrue();
  }

  private static SessionId aSession() {
    return new SessionId(UUID.randomUUID());
  }
}
