package dev.photobridge.adapter.persistence;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.adapter.persistence.StoredFixtures.address;
import static dev.photobridge.adapter.persistence.StoredFixtures.setup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.CostCaps.Caps;
import dev.photobridge.application.port.out.CostCaps.SlotCap;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.CostCap;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotRules;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiCostCapsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Cost CONFIGURED = new Cost(5_000_000);

  private final JdbiSlotRepository slots = new JdbiSlotRepository(DATABASE.jdbi());
  private final JdbiRuntimeSettings settings =
      new JdbiRuntimeSettings(DATABASE.jdbi(), Duration.ofSeconds(50), Optional.of(CONFIGURED));
  private final JdbiCostCaps caps = new JdbiCostCaps(DATABASE.jdbi(), settings);

  @BeforeEach
  void storeAccount() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
  }

  @Test
  void aSlotWithoutACapComesUnderTheDailyOneAlone() {
    assertThat(caps.of(address(1))).isEqualTo(new Caps(Optional.empty(), Optional.of(CONFIGURED)));
  }

  @Test
  void aSlotsCapCountsFromItsLastReset() {
    var cap = new CostCap(new Cost(2), new Cost(3), new FailureReply.OriginalPhoto());
    slots.replace(Slot.free(address(1), NOON).changed("capped", setup(), capped(cap), NOON));
    slots.replace(
        Slot.free(address(2), NOON)
            .changed("another", setup(), capped(new CostCap(null, Cost.ZERO, cap.reply())), NOON));

    assertThat(caps.of(address(1)).slot()).contains(new SlotCap(cap, NOON));
  }

  @Test
  void isWhatOperatorsSetAtOnce() {
    settings.changeDailyCostCap(new Cost(25_500_000), NOON);
    assertThat(caps.of(address(1)).perDay()).contains(new Cost(25_500_000));
    settings.changeDailyCostCap(null, NOON);
    assertThat(caps.of(address(1)).perDay()).isEmpty();
  }

  @Test
  void theDailyCapHoldsForASlotThatIsGone() {
    var gone = new SlotAddress(new AccountName("nobody"), SlotId.number(1));

    assertThat(caps.of(gone)).isEqualTo(new Caps(Optional.empty(), Optional.of(CONFIGURED)));
  }

  private static SlotRules capped(CostCap cap) {
    return new SlotRules(new FailureReply.ErrorStatus(), null, true, null, cap);
  }
}
