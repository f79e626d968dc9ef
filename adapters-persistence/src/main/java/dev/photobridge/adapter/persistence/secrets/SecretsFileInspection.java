package dev.photobridge.adapter.persistence.secrets;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Whether the secrets are there, readable by their owner alone, and not too old.
public final class SecretsFileInspection implements Inspection {
  private static final Duration OLD = Duration.ofDays(366);

  private final Path path;
  private final InstantSource clock;

  /// @param path of the file
  public SecretsFileInspection(Path path, InstantSource clock) {
    this.path = path;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.SECRETS;
  }

  @Override
  public List<Finding> findings() throws IOException {
    return List.of(found().with("file", path));
  }

  private Finding found() throws IOException {
    if (!Files.exists(path)) {
      return Finding.of(area(), FindingCode.SECRETS_MISSING);
    }
    return switch (new CredentialsFile(path).look()) {
      case CredentialsOutcome.Invalid invalid ->
          Finding.of(area(), FindingCode.SECRETS_BROKEN)
              .detailed(String.join("; ", invalid.problems()));
      case CredentialsOutcome.Loaded(var credentials) -> safe(credentials);
      case CredentialsOutcome.Created(var credentials) -> safe(credentials);
    };
  }

  private Finding safe(Credentials credentials) throws IOException {
    if (OwnerOnlyFiles.isOpenToOthers(path)) {
      return Finding.of(area(), FindingCode.SECRETS_OPEN);
    }
    Duration age = Duration.between(Files.getLastModifiedTime(path).toInstant(), clock.instant());
    return age.compareTo(OLD) > 0
        ? Finding.of(area(), FindingCode.SECRETS_OLD).with("days", age.toDays())
        : Finding.of(area(), FindingCode.SECRETS_SAFE)
            .with("accounts", credentials.accounts().names().size());
  }
}
