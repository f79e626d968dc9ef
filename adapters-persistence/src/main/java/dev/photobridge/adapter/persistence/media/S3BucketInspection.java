package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Whether an object can be written to the bucket, read there and deleted.
public final class S3BucketInspection implements Inspection {
  private static final Duration ONE_STEP = Duration.ofSeconds(3);
  private static final byte[] CONTENT = {1, 2, 3, 4, 5, 6, 7, 8};

  private final S3Settings settings;

  /// @param settings which bucket it is
  public S3BucketInspection(S3Settings settings) {
    this.settings = settings;
  }

  @Override
  public CheckArea area() {
    return CheckArea.MEDIA;
  }

  @Override
  public List<Finding> findings() {
    Optional<String> problem = problem();
    Finding finding =
        problem
            .map(found -> Finding.of(area(), FindingCode.MEDIA_FAILS).detailed(found))
            .orElseGet(() -> Finding.of(area(), FindingCode.MEDIA_WORKS));
    return List.of(finding.about(settings.bucket()));
  }

  private Optional<String> problem() {
    try (var probe = new S3BucketProbe(settings)) {
      Optional<String> unreachable = probe.problem();
      if (unreachable.isPresent()) {
        return unreachable;
      }
    }
    try (var bucket = new S3Bucket(settings, ONE_STEP, ONE_STEP)) {
      tryOut(bucket);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          e.getMessage() + "; check what MEDIA_S3_ACCESS_KEY may do there: read, write, delete");
    }
  }

  private static void tryOut(S3Bucket bucket) throws IOException {
    String key = "incoming/" + UUID.randomUUID() + ".part";
    Path trial = Files.createTempFile("photobridge-", ".part");
    try {
      Files.write(trial, CONTENT);
      bucket.put(key, trial, "application/octet-stream");
      try (InputStream read = bucket.open(key)) {
        if (!Arrays.equals(read.readNBytes(CONTENT.length + 1), CONTENT)) {
          throw new IOException("what was written came back changed");
        }
      }
      bucket.delete(key);
    } finally {
      Files.delete(trial);
    }
  }
}
