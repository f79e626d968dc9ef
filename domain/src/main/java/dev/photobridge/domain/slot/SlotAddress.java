package dev.photobridge.domain.slot;

import dev.photobridge.domain.account.AccountName;

/// Which slot of which account: ids repeat between accounts, addresses don't.
public record SlotAddress(AccountName account, SlotId id) {
  @Override
  public String toString() {
    return account + "/" + id;
  }
}
