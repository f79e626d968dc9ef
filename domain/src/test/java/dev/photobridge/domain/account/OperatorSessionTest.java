package dev.photobridge.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorSessionTest {
  private static final OperatorSession SESSION =
      new OperatorSession(
          new SessionId(new UUID(0, 1)),
          new AccountName("serg"),
          Instant.parse("2026-11-22T10:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:00:00Z, 2026-11-22T11:00:00Z",
    "2026-11-23T09:00:00Z, 2026-11-23T10:00:00Z",
    "2026-11-23T09:00:01Z, 2026-11-23T10:00:00Z",
    "2026-11-23T09:59:59Z, 2026-11-23T10:00:00Z",
    "2026-11-23T12:00:00Z, 2026-11-23T10:00:00Z",
  })
  void aTokenIsGoodForAnHourAndNeverAfterADay(Instant now, Instant end) {
    assertThat(SESSION.tokenEnd(now)).isEqualTo(end);
    assertThat(SESSION.endsAt()).isEqualTo("2026-11-23T10:00:00Z");
  }

  @Test
  void anIdIsReadAsItIsWritten() {
    assertThat(SessionId.parse(SESSION.id().toString())).contains(SESSION.id());
    assertThat(SessionId.parse("no id")).isEmpty();
  }
}
