package dev.photobridge.adapter.persistence.secrets;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `runtime_credentials.json` holds (PRODUCT section 7).
///
/// @param passwords by account, in the file's order; the first account has the short ingest links
/// @param ingestPassword what booths send with every photo
/// @param jwtSecret signs the operators' tokens; at least 32 characters
/// @param vaultKey encrypts what the database keeps secret; 32 bytes in Base64
public record Credentials(
    Map<AccountName, String> passwords, String ingestPassword, String jwtSecret, String vaultKey) {
  /// The only accounts there are.
  static final List<AccountName> ACCOUNTS =
      List.of(new AccountName("serg"), new AccountName("igor"));

  public Credentials {
    passwords = Collections.unmodifiableMap(new LinkedHashMap<>(passwords));
  }

  /// The accounts, in the file's order.
  public Accounts accounts() {
    return new Accounts(List.copyOf(passwords.keySet()));
  }

  @Override
  public String toString() {
    return "Credentials of " + passwords.keySet();
  }
}
