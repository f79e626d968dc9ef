package dev.photobridge.adapter.persistence.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/// `runtime_credentials.json`: made on the first start, then read at every start, readable by its
/// owner only. To rotate the secrets it is deleted (or edited) and the server restarted.
public final class CredentialsFile {
  private static final int LARGEST_FILE = 64 * 1024;

  private final Path path;
  private final ObjectMapper json = new ObjectMapper();

  /// @param path of the file; its folder need not exist yet
  public CredentialsFile(Path path) {
    this.path = path;
  }

  /// Reads the file, or makes it where there is none.
  ///
  /// @param random must be cryptographically strong
  public CredentialsOutcome loadOrCreate(RandomGenerator random) {
    if (Files.exists(path)) {
      return load();
    }
    Credentials made = NewCredentials.make(random);
    try {
      OwnerOnlyFiles.createFolderOf(path);
      OwnerOnlyFiles.create(
          path, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(written(made)));
      return new CredentialsOutcome.Created(made);
    } catch (IOException e) {
      return invalid("it can't be written (%s); check the folder's owner and rights".formatted(e));
    }
  }

  /// Reads the file, and takes everybody else's rights to it away.
  public CredentialsOutcome load() {
    try {
      if (Files.isRegularFile(path)) {
        OwnerOnlyFiles.restrict(path);
      }
      return look();
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  /// Reads the file and leaves it as it is.
  public CredentialsOutcome look() {
    try {
      if (!Files.isRegularFile(path)) {
        return invalid("there is no such file; the server makes it on its first start");
      }
      if (Files.size(path) > LARGEST_FILE) {
        return invalid("it is far too large to be a credentials file");
      }
      return new CredentialsReading(path).of(json.readTree(Files.readAllBytes(path)));
    } catch (JsonProcessingException e) {
      // the parser's message would quote the file
      return invalid(
          "it is not JSON (line %d); mend it, or delete it to get new secrets"
              .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  private CredentialsOutcome unreadable(IOException e) {
    return invalid("it can't be read (%s); check its owner and rights".formatted(e));
  }

  private CredentialsOutcome invalid(String problem) {
    return new CredentialsOutcome.Invalid(List.of(path + ": " + problem));
  }

  private JsonNode written(Credentials credentials) {
    ObjectNode file = json.createObjectNode();
    ObjectNode users = file.putObject("users");
    credentials.passwords().forEach((name, password) -> users.put(name.value(), password));
    return file.put("ingest_password", credentials.ingestPassword())
        .put("jwt_secret", credentials.jwtSecret())
        .put("vault_key", credentials.vaultKey());
  }
}
