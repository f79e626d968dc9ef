package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.COMBINE_IMAGES;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.SlotFixtures.FIRST;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.ListSlotsUseCase.SlotsQuery;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.Slot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsServiceTest {
  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final SlotsService service = new SlotsService(slots);

  @BeforeEach
  void storeSlots() {
    slots.put(aSlot().withName("Свадьба Ёлкиных").build());
    slots.put(
        aSlot().withAddress(address(SERG, 2)).withName("Party 12").withProvider(LOCAL).build());
    slots.put(
        aSlot()
            .withAddress(address(SERG, 12))
            .withName("СВАДЬБА")
            .withOperation(COMBINE_IMAGES)
            .build());
    slots.put(aSlot().withAddress(address(SERG, 3)).withoutSetup().build());
    slots.put(aSlot().withAddress(address(IGOR, 1)).withName("Свадьба").build());
  }

  private List<String> listed(
      AccountName account,
      @Nullable String provider,
      @Nullable String operation,
      @Nullable String search) {
    var query =
        new SlotsQuery(
            account,
            Optional.ofNullable(provider),
            Optional.ofNullable(operation),
            Optional.ofNullable(search));
    return service.list(query).stream().map(slot -> slot.address().id().value()).toList();
  }

  @Test
  void listsTheAccountsSlotsById() {
    assertThat(listed(SERG, null, null, null))
        .containsExactly("slot-001", "slot-002", "slot-003", "slot-012");
    assertThat(listed(IGOR, null, null, null)).containsExactly("slot-001");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "gemini,null,null,slot-001 slot-012",
        "local,null,null,slot-002",
        "turbotext,null,null,''",
        "null,change_image,null,slot-001 slot-002",
        "null,combine_images,null,slot-012",
        "gemini,change_image,null,slot-001",
        "local,combine_images,null,''",
        "null,null,свадьба,slot-001 slot-012",
        "null,null,СВАДЬБА,slot-001 slot-012",
        "null,null,ёлк,slot-001",
        "null,null,елк,slot-001",
        "null,null,свадёбы,''",
        "null,null,'  Party ',slot-002",
        "null,null,12,slot-002 slot-012",
        "null,null,SLOT-00,slot-001 slot-002 slot-003",
        "null,null,'',slot-001 slot-002 slot-003 slot-012",
        "null,null,nothing,''",
        "gemini,combine_images,свадьба,slot-012"
      })
  void listsThoseThatMatch(
      @Nullable String provider,
      @Nullable String operation,
      @Nullable String search,
      String expected) {
    assertThat(String.join(" ", listed(SERG, provider, operation, search))).isEqualTo(expected);
  }

  @Test
  void findsOneSlot() {
    assertThat(service.find(FIRST)).map(Slot::name).contains("Свадьба Ёлкиных");
    assertThat(service.find(address(SERG, 40))).isEmpty();
  }
}
