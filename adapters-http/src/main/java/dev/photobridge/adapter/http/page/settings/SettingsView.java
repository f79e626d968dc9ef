package dev.photobridge.adapter.http.page.settings;

import java.time.Instant;
import java.util.List;

/// What the settings page shows, worded. Keys are in it by their last characters only.
///
/// @param publicAddress how the outside reaches the server
/// @param thisComputerOnly whether no other computer can open that address
public record SettingsView(
    PasswordForm password,
    TimeoutView timeout,
    String publicAddress,
    boolean thisComputerOnly,
    List<KeyView> keys,
    CapView cap,
    CacheView cache,
    AuditView audit) {
  public SettingsView {
    keys = List.copyOf(keys);
  }

  /// The same page after something was tried.
  SettingsView with(PasswordForm tried) {
    return new SettingsView(
        tried, timeout, publicAddress, thisComputerOnly, keys, cap, cache, audit);
  }

  /// The same page after something was tried.
  SettingsView with(KeyView tried) {
    List<KeyView> all =
        keys.stream().map(key -> key.id().equals(tried.id()) ? tried : key).toList();
    return new SettingsView(
        password, timeout, publicAddress, thisComputerOnly, all, cap, cache, audit);
  }

  /// The same page after something was tried.
  SettingsView with(CapView tried) {
    return new SettingsView(
        password, timeout, publicAddress, thisComputerOnly, keys, tried, cache, audit);
  }

  /// The ingest password and its change.
  ///
  /// @param refusal why another one was not taken; empty where nothing is wrong
  /// @param saved whether it was changed just now
  public record PasswordForm(PasswordView shown, String refusal, boolean saved) {}

  /// A provider's key.
  ///
  /// @param state the kind of `source`: `ok`, `none` or `err`
  /// @param source where the key comes from, in words
  /// @param masked its last characters; empty where there is none
  /// @param setAt when it was set here
  /// @param removable whether it was set here
  /// @param refusal why another one was not taken; empty where nothing is wrong
  /// @param saved whether it was changed just now
  /// @param test what came of testing it, where it was
  public record KeyView(
      String id,
      String name,
      String state,
      String source,
      String masked,
      List<Instant> setAt,
      boolean removable,
      String refusal,
      boolean saved,
      List<KeyTestView> test) {
    public KeyView {
      setAt = List.copyOf(setAt);
      test = List.copyOf(test);
    }

    /// Whether there is a key that can be tested.
    public boolean testable() {
      return state.equals("ok");
    }
  }

  /// What came of testing a key.
  ///
  /// @param detail the provider's own words; empty where it said none
  public record KeyTestView(boolean works, String words, String detail, String took) {}

  /// What all slots together may cost a day.
  ///
  /// @param dollars as set, or as typed; empty for no cap
  public record CapView(String dollars, String refusal, boolean saved) {}

  /// The processed photos that are kept.
  ///
  /// @param cleared what was deleted just now; empty where nothing was
  public record CacheView(
      boolean empty, String files, String size, List<Instant> oldest, String cleared) {
    public CacheView {
      oldest = List.copyOf(oldest);
    }
  }

  /// A page of the list of changes.
  ///
  /// @param newer the address of the page before; empty where there is none
  /// @param older the address of the page after; empty where there is none
  public record AuditView(List<ChangeView> changes, String newer, String older) {
    public AuditView {
      changes = List.copyOf(changes);
    }
  }

  /// Who changed what.
  ///
  /// @param subject which one; empty where there is only one
  /// @param address of its page; empty where it has none
  public record ChangeView(
      Instant at, String account, String action, String subject, String address) {}

  /// What is asked before something is gone for good.
  ///
  /// @param about what goes
  /// @param stays what does not
  /// @param action where the form is sent to
  /// @param target what is replaced by the answer
  public record ConfirmView(
      String title, String about, String stays, String action, String target, String button) {}
}
