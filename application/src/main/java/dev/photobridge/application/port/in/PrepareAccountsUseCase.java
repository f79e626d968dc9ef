package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.AccountName;
import java.util.Map;

/// Use case: at every start, accounts and their 40 slots are made what the credentials file says
/// (PRODUCT section 7).
public interface PrepareAccountsUseCase {
  /// Creates missing accounts and slots, and hashes passwords that changed.
  ///
  /// @param passwords of all accounts
  void prepare(Map<AccountName, String> passwords);
}
