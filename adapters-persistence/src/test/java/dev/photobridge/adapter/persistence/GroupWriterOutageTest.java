package dev.photobridge.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.out.StorageUnavailableException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GroupWriterOutageTest {
  @Test
  void everybodyInTheGroupSeesThatTheStorageIsAway() {
    var away = new StorageUnavailableException("away", new IOException("cable"));

    assertThatThrownBy(() -> failing(away).write("job"))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage("away")
        .hasCause(away);
  }

  @Test
  void anotherFailureIsNotTakenForThat() {
    var bug = new IllegalArgumentException("bug");

    assertThatThrownBy(() -> failing(bug).write("job"))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(bug);
  }

  private static GroupWriter<String, String> failing(RuntimeException failure) {
    return new GroupWriter<>(
        _ -> {
          throw failure;
        });
  }
}
