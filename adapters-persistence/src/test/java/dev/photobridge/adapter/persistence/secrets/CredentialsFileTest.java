package dev.photobridge.adapter.persistence.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.account.AccountName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsFileTest {
  private static final String COMPLETE =
      """
      {"users":{"igor":"i-word","serg":"s-word"},"ingest_password":"in","jwt_secret":"%s","vault_key":"%s"}
      """
          .formatted("j".repeat(32), "A".repeat(43) + "=");

  @TempDir private Path folder;

  @Test
  void theFirstStartMakesAFileThatOnlyItsOwnerReads() throws IOException {
    Path path = folder.resolve("secrets").resolve("runtime_credentials.json");

    CredentialsOutcome outcome = new CredentialsFile(path).loadOrCreate(new SecureRandom());

    assertThat(outcome).isInstanceOf(CredentialsOutcome.Created.class);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void theNextStartReadsWhatTheFirstOneMade() {
    var file = new CredentialsFile(folder.resolve("c.json"));
    var created = (CredentialsOutcome.Created) file.loadOrCreate(new SecureRandom());

    CredentialsOutcome again = file.loadOrCreate(new SecureRandom());

    assertThat(again).isEqualTo(new CredentialsOutcome.Loaded(created.credentials()));
    assertThat(created.credentials().accounts().names())
        .containsExactly(new AccountName("serg"), new AccountName("igor"));
    assertThat(created.credentials().passwords().values())
        .doesNotHaveDuplicates()
        .allSatisfy(password -> assertThat(password).hasSize(20));
    assertThat(created.credentials().ingestPassword()).hasSize(12);
    assertThat(created.credentials().jwtSecret()).hasSizeGreaterThanOrEqualTo(64);
  }

  @Test
  void twoFilesShareNoSecret() {
    var one = created(folder.resolve("1.json"));
    var other = created(folder.resolve("2.json"));

    assertThat(one.passwords().values()).doesNotContainAnyElementsOf(other.passwords().values());
    assertThat(one.ingestPassword()).isNotEqualTo(other.ingestPassword());
    assertThat(one.jwtSecret()).isNotEqualTo(other.jwtSecret());
    assertThat(one.vaultKey()).isNotEqualTo(other.vaultKey());
  }

  @Test
  void theOrderOfTheFileDecidesWhoComesFirst() throws IOException {
    Path path = Files.writeString(folder.resolve("c.json"), COMPLETE);

    var loaded = (CredentialsOutcome.Loaded) new CredentialsFile(path).load();

    assertThat(loaded.credentials().accounts().first()).isEqualTo(new AccountName("igor"));
  }

  @Test
  void rightsOfOthersAreTakenAway() throws IOException {
    Path path = Files.writeString(folder.resolve("c.json"), COMPLETE);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(new CredentialsFile(path).load()).isInstanceOf(CredentialsOutcome.Loaded.class);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"igor\":\"i-word\",\"serg\" | \"igor\":\"i-word\",\"eve\" | users may name",
        "\"igor\":\"i-word\",\"serg\":\"s-word\" | '' | users must name at least one",
        "\"s-word\" | 5 | serg must be a text",
        "\"s-word\" | \" \" | serg must be a text",
        "\"ingest_password\" | \"ingest_passwort\" | ingest_password must be a text",
        "\"jwt_secret\":\"jjjj | \"jwt_secret\":\"short\",\"x\":\"jjjj | jwt_secret must have at"
            + " least 32",
        "AAAA= | A | vault_key must be 32 bytes",
        "{\"users | nonsense | it is not JSON (line 1)",
      })
  void aMistakeIsNamedWithoutQuotingTheFile(String part, String replacement, String expected)
      throws IOException {
    assertThat(COMPLETE).contains(part);
    Path path = Files.writeString(folder.resolve("c.json"), COMPLETE.replace(part, replacement));

    CredentialsOutcome outcome = new CredentialsFile(path).load();

    assertThat(outcome).isInstanceOf(CredentialsOutcome.Invalid.class);
    List<String> problems = ((CredentialsOutcome.Invalid) outcome).problems();
    assertThat(problems)
        .anySatisfy(problem -> assertThat(problem).contains(path.toString(), expected))
        .allSatisfy(problem -> assertThat(problem).doesNotContain("i-word", "s-word", "jjjj"));
  }

  @Test
  void aMissingFileIsAProblemForWhoOnlyReads() {
    CredentialsOutcome outcome = new CredentialsFile(folder.resolve("none.json")).load();

    assertThat(outcome).isInstanceOf(CredentialsOutcome.Invalid.class);
  }

  @Test
  void noSecretIsInTheTextForm() {
    Credentials credentials = created(folder.resolve("c.json"));

    assertThat(credentials.toString())
        .doesNotContain(
            credentials.ingestPassword(), credentials.jwtSecret(), credentials.vaultKey())
        .doesNotContain(credentials.passwords().values().toArray(String[]::new));
  }

  private static Credentials created(Path path) {
    return ((CredentialsOutcome.Created) new CredentialsFile(path).loadOrCreate(new SecureRandom()))
        .credentials();
  }
}
