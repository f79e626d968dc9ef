package dev.photobridge.fault.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.fault.provider.ProviderFault;
import dev.photobridge.fault.schedule.Schedule.Wishes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void theSameSeedGivesTheSameFaultsInTheSameOrder() {
    var wishes = new Wishes(10, 3, Schedule.everything());

    assertThat(Schedule.of(7, wishes)).isEqualTo(Schedule.of(7, wishes));
    assertThat(Schedule.of(7, wishes)).isNotEqualTo(Schedule.of(8, wishes));
  }

  @Test
  void killsAsOftenAsAskedFor() {
    List<Integer> kills =
        Schedule.of(1, new Wishes(10, 4, List.of())).steps().stream()
            .map(step -> ((Fault.Kills) step.fault()).times())
            .sorted()
            .toList();

    assertThat(kills).containsExactly(2, 4, 4);
  }

  @Test
  void everyOtherFaultComesThatWasAskedFor() {
    List<Fault> faults =
        Schedule.of(1, new Wishes(0, 4, Schedule.everything())).steps().stream()
            .map(Step::fault)
            .toList();

    for (ProviderFault kind : ProviderFault.values()) {
      assertThat(faults).filteredOn(new Fault.Provider(kind)::equals).hasSize(1);
    }
    for (DatabaseFault kind : DatabaseFault.values()) {
      assertThat(faults).filteredOn(new Fault.Database(kind)::equals).hasSize(1);
    }
    assertThat(faults)
        .contains(
            new Fault.Freeze(), new Fault.Restart(), new Fault.DiskFull(), new Fault.BoothsLeave());
  }
}
