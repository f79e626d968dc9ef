package dev.photobridge.adapter.persistence.secrets;

import dev.photobridge.application.port.out.KeptSecret;
import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.application.port.out.SecretVault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Secrets in table `secret`, encrypted with the vault key of the credentials file. One that can't
/// be decrypted is said so in the log, once. Safe for use by many threads.
public final class EncryptedSecretVault implements SecretVault {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.secrets");

  private final Jdbi jdbi;
  private final SecretCipher cipher;
  private final Set<SecretName> complainedOf = ConcurrentHashMap.newKeySet();

  /// @param credentials have the vault key
  public EncryptedSecretVault(Jdbi jdbi, Credentials credentials) {
    this.jdbi = jdbi;
    this.cipher = new SecretCipher(credentials.vaultKey());
  }

  @Override
  public KeptSecret find(SecretName name) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT ciphertext, set_at FROM secret WHERE name = :name
                    """)
                .bind("name", name.value())
                .map((row, _) -> decrypted(name, row))
                .findOne()
                .orElseGet(KeptSecret.Missing::new));
  }

  @Override
  public void put(SecretName name, String value, Instant setAt) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO secret (name, ciphertext, set_at)
                    VALUES (:name, :ciphertext, :setAt)
                    ON CONFLICT (name) DO UPDATE
                    SET ciphertext = excluded.ciphertext, set_at = excluded.set_at
                    """)
                .bind("name", name.value())
                .bind("ciphertext", cipher.encrypted(name, value))
                .bind("setAt", setAt)
                .execute());
    complainedOf.remove(name);
  }

  @Override
  public boolean remove(SecretName name) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        DELETE FROM secret WHERE name = :name
                        """)
                    .bind("name", name.value())
                    .execute())
        > 0;
  }

  @Override
  public Set<SecretName> lost() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT name, ciphertext, set_at FROM secret
                    """)
                .map((row, _) -> lostName(row))
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet()));
  }

  private Optional<SecretName> lostName(ResultSet row) throws SQLException {
    var name = new SecretName(row.getString("name"));
    return decrypted(name, row) instanceof KeptSecret.Lost ? Optional.of(name) : Optional.empty();
  }

  private KeptSecret decrypted(SecretName name, ResultSet row) throws SQLException {
    Instant setAt = row.getObject("set_at", OffsetDateTime.class).toInstant();
    return cipher
        .decrypted(name, row.getBytes("ciphertext"))
        .<KeptSecret>map(value -> new KeptSecret.Known(value, setAt))
        .orElseGet(() -> lost(name, setAt));
  }

  private KeptSecret lost(SecretName name, Instant setAt) {
    if (complainedOf.add(name)) {
      LOG.warn(
          "The secret {}, set at {}, can't be decrypted: vault_key of the secrets file is another"
              + " one than then, or the row was changed. It counts as not set; enter it again in"
              + " settings",
          name,
          setAt);
    }
    return new KeptSecret.Lost(setAt);
  }
}
