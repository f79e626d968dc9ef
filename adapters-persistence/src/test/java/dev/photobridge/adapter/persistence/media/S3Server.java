package dev.photobridge.adapter.persistence.media;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// A server that speaks S3 (LocalS3), in this process, for a test class. Keeps its objects in
/// memory.
final class S3Server implements BeforeAllCallback, AfterAllCallback {
  private final LocalS3 server = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
  private @Nullable S3Client client;

  @Override
  public void beforeAll(ExtensionContext context) {
    server.start();
    client =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .endpointOverride(endpoint())
            .forcePathStyle(true)
            .build();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    client().close();
    server.shutdown();
  }

  /// Where it listens.
  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  /// What tests look at behind the store's back.
  S3Client client() {
    if (client == null) {
      throw new IllegalStateException("not started");
    }
    return client;
  }

  /// A new, empty bucket.
  S3Settings newBucket() {
    String name = "photos-" + UUID.randomUUID();
    var _ = client().createBucket(request -> request.bucket(name));
    return settings(name);
  }

  /// How to reach a bucket, there or not.
  S3Settings settings(String bucket) {
    return new S3Settings(
        Optional.of(endpoint()), "us-east-1", bucket, true, "test-key", "test-secret");
  }
}
