package dev.photobridge.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.photobridge.adapter.persistence.media.MediaFolderInspection;
import dev.photobridge.adapter.persistence.secrets.CredentialsFile;
import dev.photobridge.adapter.persistence.secrets.SecretsFileInspection;
import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class InspectionsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;

  @Test
  void aDatabaseOfThisVersionAnswersAndItsClockIsCompared() throws Exception {
    assertThat(only(new PostgresInspection(DATABASE.settings(), InstantSource.system())).code())
        .isEqualTo(FindingCode.DATABASE_ANSWERS);

    InstantSource late = () -> InstantSource.system().instant().minusSeconds(3_600);
    List<Finding> findings = new PostgresInspection(DATABASE.settings(), late).findings();

    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly(FindingCode.DATABASE_ANSWERS, FindingCode.CLOCK_WRONG);
    assertThat(findings.getLast().area()).isEqualTo(CheckArea.CLOCK);
    assertThat(findings.getLast().subject()).contains("database");
  }

  @Test
  void aDatabaseThatIsAwayIsToldInWords() throws Exception {
    var nowhere = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none?password=x", "", "");

    Finding finding = only(new PostgresInspection(nowhere, InstantSource.system()));

    assertThat(finding.code()).isEqualTo(FindingCode.DATABASE_AWAY);
    assertThat(finding.detail().orElseThrow()).contains("127.0.0.1:1").doesNotContain("password=x");
  }

  @Test
  void roomOnTheDiskIsMeasuredOnceForEachDisk() throws Exception {
    Path yetToBeMade = folder.resolve("a").resolve("b");

    Finding enough = only(new DiskInspection(List.of(folder, yetToBeMade), 1, 2));
    Finding little = only(new DiskInspection(List.of(yetToBeMade), 1, Long.MAX_VALUE));
    Finding none = only(new DiskInspection(List.of(folder), Long.MAX_VALUE, Long.MAX_VALUE));

    assertThat(enough.code()).isEqualTo(FindingCode.DISK_ROOMY);
    assertThat(Long.parseLong(enough.values().getOrDefault("free_mb", ""))).isNotNegative();
    assertThat(little.code()).isEqualTo(FindingCode.DISK_SHORT);
    assertThat(little.values()).containsEntry("folder", yetToBeMade.toString());
    assertThat(none.code()).isEqualTo(FindingCode.DISK_FULL);
  }

  @Test
  void aMediaFolderIsTriedOutAndLeftAsItWas() throws Exception {
    Path media = folder.resolve("media");

    assertThat(only(new MediaFolderInspection(media)).code()).isEqualTo(FindingCode.MEDIA_WORKS);
    assertThat(media.resolve("incoming")).isEmptyDirectory();
    Files.delete(media.resolve("incoming"));
    Files.createFile(media.resolve("incoming"));
    Finding broken = only(new MediaFolderInspection(media));

    assertThat(broken.code()).isEqualTo(FindingCode.MEDIA_FAILS);
    assertThat(broken.subject()).contains(media.toString());
    assertThat(broken.detail()).isPresent();
  }

  @Test
  void secretsAreForTheirOwnerAndForAYear() throws Exception {
    Path file = folder.resolve("secrets.json");
    assertThat(secrets(file, Duration.ZERO)).isEqualTo(FindingCode.SECRETS_MISSING);
    var _ = new CredentialsFile(file).loadOrCreate(new Random(1));

    assertThat(secrets(file, Duration.ZERO)).isEqualTo(FindingCode.SECRETS_SAFE);
    assertThat(secrets(file, Duration.ofDays(400))).isEqualTo(FindingCode.SECRETS_OLD);
    Files.writeString(file, "{");
    assertThat(secrets(file, Duration.ZERO)).isEqualTo(FindingCode.SECRETS_BROKEN);
  }

  @Test
  void secretsThatOthersMayReadStaySoForTheNextLook() throws Exception {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    Path file = folder.resolve("secrets.json");
    var _ = new CredentialsFile(file).loadOrCreate(new Random(1));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(secrets(file, Duration.ZERO)).isEqualTo(FindingCode.SECRETS_OPEN);
    assertThat(secrets(file, Duration.ZERO)).isEqualTo(FindingCode.SECRETS_OPEN);
    var _ = new CredentialsFile(file).load();
    assertThat(secrets(file, Duration.ZERO)).isEqualTo(FindingCode.SECRETS_SAFE);
  }

  private static FindingCode secrets(Path file, Duration later)
      throws IOException, InterruptedException {
    return only(new SecretsFileInspection(file, () -> InstantSource.system().instant().plus(later)))
        .code();
  }

  private static Finding only(Inspection inspection) throws IOException, InterruptedException {
    List<Finding> findings = inspection.findings();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }
}
