package dev.photobridge.adapter.persistence;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.adapter.persistence.StoredFixtures.address;
import static dev.photobridge.adapter.persistence.StoredFixtures.freeSlots;
import static dev.photobridge.adapter.persistence.StoredFixtures.setup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.CostCap;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.domain.slot.SlotVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbiSlotRepositoryTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final JdbiSlotRepository slots = new JdbiSlotRepository(DATABASE.jdbi());

  @BeforeEach
  void storeAccount() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
  }

  @Test
  void listsAllFortySlotsOfTheAccountById() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), new AccountName("igor"));

    assertThat(slots.list(SERG)).isEqualTo(freeSlots(SERG));
  }

  @Test
  void findsASlotAsItWasStored() {
    assertThat(slots.find(address(7))).contains(Slot.free(address(7), NOON));
  }

  @Test
  void findsNoSlotOfAnAccountThatDoesNotExist() {
    assertThat(slots.find(new SlotAddress(new AccountName("nobody"), SlotId.number(1)))).isEmpty();
  }

  @Test
  void storesAChangedSlotWithEveryKindOfSetting() {
    Slot changed =
        Slot.free(address(1), NOON)
            .changed(
                "Свадьба 22.11",
                with(everyKindOfSetting()),
                SlotRules.DEFAULT,
                NOON.plusSeconds(5));

    assertThat(slots.replace(changed)).isTrue();

    assertThat(slots.find(address(1))).contains(changed);
  }

  @Test
  void leavesTheSlotAloneWhenSomebodyElseChangedItBefore() {
    Slot free = Slot.free(address(1), NOON);
    Slot first = free.changed("first", setup(), SlotRules.DEFAULT, NOON);
    Slot second = free.changed("second", setup(), SlotRules.DEFAULT, NOON);

    assertThat(slots.replace(first)).isTrue();
    assertThat(slots.replace(second)).isFalse();

    assertThat(slots.find(address(1))).contains(first);
  }

  @Test
  void changesNoOtherSlot() {
    slots.replace(Slot.free(address(1), NOON).changed("changed", setup(), SlotRules.DEFAULT, NOON));

    assertThat(slots.find(address(2))).contains(Slot.free(address(2), NOON));
  }

  @Test
  void insertsOnlyWhatIsMissing() {
    Slot used = Slot.free(address(1), NOON).changed("in use", setup(), SlotRules.DEFAULT, NOON);
    slots.replace(used);
    DATABASE.jdbi().useHandle(handle -> handle.execute("DELETE FROM slot WHERE id = 'slot-002'"));

    slots.insertMissing(freeSlots(SERG));
    slots.insertMissing(List.of());

    assertThat(slots.list(SERG)).hasSize(40);
    assertThat(slots.find(address(1))).contains(used);
  }

  @Test
  void dropsCharactersThatTheDatabaseCanNotHold() {
    SlotSetup setup = with(new SlotSettings(Map.of("pro\0mpt", "a\0b \\u0000 \ud83d\ude00")));

    slots.replace(Slot.free(address(1), NOON).changed("na\0me", setup, SlotRules.DEFAULT, NOON));

    assertThat(slots.find(address(1)))
        .contains(
            Slot.free(address(1), NOON)
                .changed(
                    "name",
                    with(new SlotSettings(Map.of("prompt", "ab \\u0000 \ud83d\ude00"))),
                    SlotRules.DEFAULT,
                    NOON));
  }

  @Test
  void survivesHalfACharacter() {
    SlotSetup setup = with(new SlotSettings(Map.of("prompt", "cut \ud83d")));

    assertThat(
            slots.replace(
                Slot.free(address(1), NOON).changed("cut \ud83d", setup, SlotRules.DEFAULT, NOON)))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("everyKindOfRules")
  void storesTheRules(SlotRules rules) {
    Slot changed = Slot.free(address(1), NOON).changed("ruled", setup(), rules, NOON);

    assertThat(slots.replace(changed)).isTrue();

    assertThat(slots.find(address(1))).contains(changed);
    assertThat(slots.list(SERG)).contains(changed);
  }

  @Test
  void replacesTheRulesThatWereThere() {
    Slot ruled = Slot.free(address(1), NOON).changed("ruled", setup(), allRules(), NOON);
    Slot plain = ruled.changed("plain", setup(), SlotRules.DEFAULT, NOON);
    slots.replace(ruled);

    slots.replace(plain);

    assertThat(slots.find(address(1))).contains(plain);
  }

  @Test
  void insertsASlotWithItsRules() {
    Slot ruled = Slot.free(address(1), NOON).changed("ruled", setup(), allRules(), NOON);
    DATABASE.jdbi().useHandle(handle -> handle.execute("DELETE FROM slot WHERE id = 'slot-001'"));

    slots.insertMissing(List.of(ruled));

    assertThat(slots.find(address(1))).contains(ruled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failure_reply = 'apology'",
        "failure_reply = 'local_effect'",
        "effect_operation_id = 'change_image', effect_settings_json = '{}'",
        "fallback_provider_id = 'local'",
        "max_parallel_jobs = 0",
        "max_parallel_jobs = 101",
      })
  void theDatabaseRefusesRulesThatAreNone(String assignments) {
    slots.replace(Slot.free(address(1), NOON).changed("plain", setup(), SlotRules.DEFAULT, NOON));

    assertThatThrownBy(() -> set(assignments)).hasMessageContaining("violates check constraint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failure_reply = 'original_photo'",
        "join_duplicates = false",
        "max_parallel_jobs = 2"
      })
  void theDatabaseRefusesRulesOfAFreeSlot(String assignment) {
    assertThatThrownBy(() -> set(assignment)).hasMessageContaining("slot_has_no_rules_while_free");
  }

  @ParameterizedTest
  @MethodSource("everyKindOfRules")
  void keepsWhatASlotWas(SlotRules rules) {
    Slot first = Slot.free(address(1), NOON).changed("ruled", setup(), rules, NOON.plusSeconds(1));
    Slot second = first.changed("plain", setup(), SlotRules.DEFAULT, NOON.plusSeconds(2));
    slots.replace(first);
    slots.replace(second);

    assertThat(slots.versions(address(1)))
        .containsExactly(
            new SlotVersion(first, NOON.plusSeconds(2)),
            new SlotVersion(Slot.free(address(1), NOON), NOON.plusSeconds(1)));
    assertThat(slots.versions(address(2))).isEmpty();
    assertThat(slots.versions(SERG)).isEqualTo(slots.versions(address(1)));
    assertThat(slots.versions(new AccountName("igor"))).isEmpty();
  }

  @Test
  void keepsNoVersionOfAChangeThatWasNotMade() {
    Slot free = Slot.free(address(1), NOON);
    slots.replace(free.changed("first", setup(), SlotRules.DEFAULT, NOON));

    assertThat(slots.replace(free.changed("second", setup(), SlotRules.DEFAULT, NOON))).isFalse();

    assertThat(slots.versions(address(1))).hasSize(1);
  }

  @Test
  void forgetsAllButTheNewestVersionsOfTheSlotAlone() {
    slots.replace(Slot.free(address(2), NOON).changed("other", setup(), SlotRules.DEFAULT, NOON));
    Slot slot = Slot.free(address(1), NOON);
    for (int i = 1; i <= 25; i++) {
      slot = slot.changed("name " + i, setup(), SlotRules.DEFAULT, NOON);
      assertThat(slots.replace(slot)).isTrue();
    }

    assertThat(slots.versions(address(1)))
        .extracting(version -> version.slot().version())
        .hasSize(SlotVersion.KEPT)
        .startsWith(24L)
        .endsWith(5L);
    assertThat(slots.versions(address(2))).hasSize(1);
  }

  @Test
  void ofManyChangesAtOnceEveryOneThatIsMadeKeepsItsVersion() throws Exception {
    Slot free = Slot.free(address(1), NOON);
    var attempts = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 8; i++) {
      String name = "writer " + i;
      attempts.add(() -> slots.replace(free.changed(name, setup(), SlotRules.DEFAULT, NOON)));
    }
    int made = 0;
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var attempt : workers.invokeAll(attempts)) {
        made += attempt.get() ? 1 : 0;
      }
    }

    assertThat(made).isEqualTo(1);
    assertThat(slots.versions(address(1))).containsExactly(new SlotVersion(free, NOON));
  }

  private static void set(String assignments) {
    DATABASE
        .jdbi()
        .useHandle(
            handle -> handle.execute("UPDATE slot SET " + assignments + " WHERE id = 'slot-001'"));
  }

  private static List<SlotRules> everyKindOfRules() {
    return List.of(
        SlotRules.DEFAULT,
        new SlotRules(new FailureReply.OriginalPhoto(), null, true, 1, null),
        new SlotRules(new FailureReply.ErrorStatus(), with(everyKindOfSetting()), true, null, null),
        new SlotRules(new FailureReply.ErrorStatus(), null, false, null, null),
        capped(new CostCap(new Cost(1), null, new FailureReply.ErrorStatus())),
        capped(new CostCap(null, new Cost(123_456_789_000L), new FailureReply.OriginalPhoto())),
        allRules());
  }

  private static SlotRules allRules() {
    var effect =
        new SlotSetup(ProviderId.LOCAL, new OperationId("change_image"), everyKindOfSetting());
    return new SlotRules(
        new FailureReply.LocalEffect(effect),
        with(everyKindOfSetting()),
        false,
        100,
        new CostCap(new Cost(2), Cost.ZERO, new FailureReply.LocalEffect(effect)));
  }

  private static SlotRules capped(CostCap cap) {
    return new SlotRules(new FailureReply.ErrorStatus(), null, true, null, cap);
  }

  private static SlotSetup with(SlotSettings settings) {
    return new SlotSetup(new ProviderId("gemini"), new OperationId("combine_images"), settings);
  }

  private static SlotSettings everyKindOfSetting() {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("prompt", "Сменить фон \"на\"\nкорпоративный");
    values.put("seed", 2_147_483_647);
    values.put("large", 9_007_199_254_740_993L);
    values.put("scale", 1.1);
    values.put("enabled", true);
    values.put("nothing", null);
    values.put("list", Arrays.asList(1, "two", null));
    values.put("output", Map.of("format", "jpeg", "quality", 90));
    return new SlotSettings(values);
  }
}
