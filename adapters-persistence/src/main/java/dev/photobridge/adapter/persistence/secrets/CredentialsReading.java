package dev.photobridge.adapter.persistence.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.domain.account.AccountName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks what a credentials file says, and collects everything that is wrong with it.
final class CredentialsReading {
  private static final int SHORTEST_JWT_SECRET = 32;
  private static final int VAULT_KEY_BYTES = 32;

  private final Path path;
  private final List<String> problems = new ArrayList<>();

  CredentialsReading(Path path) {
    this.path = path;
  }

  CredentialsOutcome of(JsonNode file) {
    Map<AccountName, String> passwords = passwords(file.path("users"));
    String ingestPassword = text(file, "ingest_password");
    String jwtSecret = text(file, "jwt_secret");
    String vaultKey = text(file, "vault_key");
    if (!jwtSecret.isEmpty() && jwtSecret.length() < SHORTEST_JWT_SECRET) {
      problem("jwt_secret must have at least 32 characters, since whoever guesses it is signed in");
    }
    if (!vaultKey.isEmpty() && !isVaultKey(vaultKey)) {
      problem("vault_key must be 32 bytes in Base64");
    }
    return problems.isEmpty()
        ? new CredentialsOutcome.Loaded(
            new Credentials(passwords, ingestPassword, jwtSecret, vaultKey))
        : new CredentialsOutcome.Invalid(problems);
  }

  private Map<AccountName, String> passwords(JsonNode users) {
    var passwords = new LinkedHashMap<AccountName, String>();
    users
        .properties()
        .forEach(
            user -> {
              Optional<AccountName> name =
                  AccountName.parse(user.getKey()).filter(Credentials.ACCOUNTS::contains);
              if (name.isEmpty()) {
                problem("users may name " + Credentials.ACCOUNTS + " only");
              } else {
                passwords.put(name.get(), text(users, user.getKey()));
              }
            });
    if (users.isEmpty()) {
      problem("users must name at least one of " + Credentials.ACCOUNTS);
    }
    return passwords;
  }

  private String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      problem(field + " must be a text that is not blank");
      return "";
    }
    return value.textValue();
  }

  private void problem(String problem) {
    problems.add(path + ": " + problem + "; mend it, or delete the file to get new secrets");
  }

  private static boolean isVaultKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == VAULT_KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
