package dev.photobridge.adapter.persistence;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/// A row of table `slot`.
public record SlotRow(
    String account,
    String id,
    String name,
    @Nullable String providerId,
    @Nullable String operationId,
    @Nullable String settingsJson,
    @Nested SlotRulesRow rules,
    Instant lastResetAt,
    Instant updatedAt,
    long version) {

  static SlotRow of(Slot slot) {
    SlotSetup setup = slot.configuredSetup();
    return new SlotRow(
        slot.address().account().value(),
        slot.address().id().value(),
        StoredText.of(slot.name()),
        setup == null ? null : setup.provider().value(),
        setup == null ? null : setup.operation().value(),
        setup == null ? null : SettingsJson.write(setup.settings()),
        SlotRulesRow.of(slot.rules()),
        slot.lastResetAt(),
        slot.updatedAt(),
        slot.version());
  }

  Slot toSlot() {
    return new Slot(
        new SlotAddress(new AccountName(account), new SlotId(id)),
        name,
        setup(),
        rules.toRules(),
        lastResetAt,
        updatedAt,
        version);
  }

  private @Nullable SlotSetup setup() {
    return providerId == null || operationId == null || settingsJson == null
        ? null
        : new SlotSetup(
            new ProviderId(providerId),
            new OperationId(operationId),
            SettingsJson.readSettings(settingsJson));
  }
}
