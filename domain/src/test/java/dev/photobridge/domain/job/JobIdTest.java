package dev.photobridge.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobIdTest {
  private static final UUID VALUE = UUID.fromString("0a403f97-312f-4fc5-9f01-7de121c9a9d7");

  @Test
  void theResultOfAJobHasTheSameNameWheneverItIsAsked() {
    // fixed for ever: another rule would lose results that are kept already
    assertThat(new JobId(VALUE).result()).hasToString("0a403f97-312f-4fc5-9f01-0f8452bcc5a3");
    assertThat(new JobId(VALUE).result()).isEqualTo(new JobId(VALUE).result());
  }

  @Test
  void twoJobsHaveTwoResultsAndNoneIsNamedLikeItsJob() {
    var other = new JobId(UUID.fromString("0a403f97-312f-4fc5-9f01-7de121c9a9d8"));

    assertThat(new JobId(VALUE).result()).isNotEqualTo(other.result());
    assertThat(new JobId(VALUE).result().value()).isNotEqualTo(VALUE);
  }
}
