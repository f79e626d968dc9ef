package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.ReadinessProbe;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Whether the bucket for images is there and may be used.
public final class S3BucketProbe implements ReadinessProbe, AutoCloseable {
  private static final Duration ONE_STEP = Duration.ofSeconds(1);
  private static final Duration AT_MOST = Duration.ofMillis(1_500);

  private final S3Settings settings;
  private final S3Bucket bucket;

  public S3BucketProbe(S3Settings settings) {
    this.settings = settings;
    this.bucket = new S3Bucket(settings, ONE_STEP, ONE_STEP);
  }

  @Override
  public String name() {
    return "media_store";
  }

  @Override
  public Optional<String> problem() {
    try {
      bucket.check(AT_MOST);
      return Optional.empty();
    } catch (AwsServiceException e) {
      return Optional.of("the %s %s".formatted(settings, refusal(e.statusCode())));
    } catch (SdkException _) {
      return Optional.of(
          "the %s can't be reached; check MEDIA_S3_ENDPOINT and the network".formatted(settings));
    }
  }

  @Override
  public void close() {
    bucket.close();
  }

  private static String refusal(int status) {
    return switch (status) {
      case 404 -> "does not exist; create it, or check MEDIA_S3_BUCKET";
      case 401, 403 ->
          "may not be used; check MEDIA_S3_ACCESS_KEY, MEDIA_S3_SECRET_KEY and their rights";
      case 301, 307, 400 -> "is in another region or the keys are wrong; check MEDIA_S3_REGION";
      default -> "answers with status " + status + "; look at the store's own log";
    };
  }
}
