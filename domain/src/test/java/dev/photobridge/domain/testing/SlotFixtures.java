package dev.photobridge.domain.testing;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Slots and accounts that are valid.
public final class SlotFixtures {
  public static final AccountName SERG = new AccountName("serg");
  public static final AccountName IGOR = new AccountName("igor");
  public static final Accounts ACCOUNTS = new Accounts(List.of(SERG, IGOR));
  public static final SlotAddress FIRST = address(SERG, 1);
  public static final Instant CREATED_AT = Instant.parse("2026-05-01T09:00:00Z");

  private SlotFixtures() {}

  /// Serg's slot 1, which changes images at `gemini`.
  public static SlotFixture aSlot() {
    return new SlotFixture(FIRST, "Wedding", aSetup(), SlotRules.DEFAULT, 3);
  }

  /// A slot of this account, by number.
  public static SlotAddress address(AccountName account, int number) {
    return new SlotAddress(account, SlotId.number(number));
  }

  /// `gemini`, `change_image`, with a prompt.
  public static SlotSetup aSetup() {
    return new SlotSetup(
        CatalogueFixtures.GEMINI,
        CatalogueFixtures.CHANGE_IMAGE,
        new SlotSettings(Map.of("prompt", "as a watercolour")));
  }

  /// `local`, `change_image`, in black and white.
  public static SlotSetup anEffect() {
    return new SlotSetup(
        CatalogueFixtures.LOCAL,
        CatalogueFixtures.CHANGE_IMAGE,
        new SlotSettings(Map.of("effect", "black_and_white")));
  }

  /// A slot in the making.
  public record SlotFixture(
      SlotAddress address, String name, @Nullable SlotSetup setup, SlotRules rules, long version) {
    public SlotFixture withAddress(SlotAddress newAddress) {
      return new SlotFixture(newAddress, name, setup, rules, version);
    }

    public SlotFixture withName(String newName) {
      return new SlotFixture(address, newName, setup, rules, version);
    }

    public SlotFixture withSetup(SlotSetup newSetup) {
      return new SlotFixture(address, name, newSetup, rules, version);
    }

    public SlotFixture withRules(SlotRules newRules) {
      return new SlotFixture(address, name, setup, newRules, version);
    }

    public SlotFixture withVersion(long newVersion) {
      return new SlotFixture(address, name, setup, rules, newVersion);
    }

    public SlotFixture withProvider(ProviderId provider) {
      return changing(s -> new SlotSetup(provider, s.operation(), s.settings()));
    }

    public SlotFixture withOperation(OperationId operation) {
      return changing(s -> new SlotSetup(s.provider(), operation, s.settings()));
    }

    public SlotFixture withSetting(String setting, Object value) {
      return changing(s -> new SlotSetup(s.provider(), s.operation(), with(s, setting, value)));
    }

    public SlotFixture withImage(String setting, MediaId image) {
      return withSetting(setting, image.toString());
    }

    /// The slot nobody uses.
    public SlotFixture withoutSetup() {
      return new SlotFixture(address, "", null, SlotRules.DEFAULT, version);
    }

    public Slot build() {
      return new Slot(address, name, setup, rules, CREATED_AT, CREATED_AT, version);
    }

    private SlotFixture changing(UnaryOperator<SlotSetup> change) {
      return withSetup(change.apply(setup == null ? aSetup() : setup));
    }

    private static SlotSettings with(SlotSetup setup, String setting, Object value) {
      var values = new LinkedHashMap<String, @Nullable Object>(setup.settings().values());
      values.put(setting, value);
      return new SlotSettings(values);
    }
  }
}
