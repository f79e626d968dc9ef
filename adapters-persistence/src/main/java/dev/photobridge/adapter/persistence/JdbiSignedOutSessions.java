package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.SignedOutSessions;
import dev.photobridge.domain.account.SessionId;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// Ended sessions in table `signed_out_session`. Safe for use by many threads.
public final class JdbiSignedOutSessions implements SignedOutSessions {
  private final Jdbi jdbi;

  /// Wired by the application.
  public JdbiSignedOutSessions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(SessionId session, Instant until, Instant now) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM signed_out_session WHERE expires_at <= :now")
              .bind("now", now)
              .execute();
          handle
              .createUpdate(
                  """
                  INSERT INTO signed_out_session (id, expires_at) VALUES (:id, :until)
                  ON CONFLICT (id) DO NOTHING
                  """)
              .bind("id", session.value())
              .bind("until", until)
              .execute();
        });
  }

  @Override
  public boolean contains(SessionId session) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM signed_out_session WHERE id = :id")
                .bind("id", session.value())
                .mapTo(Integer.class)
                .one()
                .equals(1));
  }
}
