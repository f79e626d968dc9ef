package dev.photobridge.domain.account;

import java.util.List;

/// The accounts that exist, in the order of the credentials file. The first one has the short
/// ingest links (PRODUCT, decisions).
public record Accounts(List<AccountName> names) {
  public Accounts {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one account");
    }
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("an account is named twice: " + names);
    }
  }

  /// The account that short ingest links belong to.
  public AccountName first() {
    return names.getFirst();
  }

  /// Whether there is such an account.
  public boolean contains(AccountName name) {
    return names.contains(name);
  }
}
