package dev.photobridge.adapter.persistence.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The objects of one bucket. Failures of the store are `IOException`s that say nothing secret.
/// Safe for use by many threads.
final class S3Bucket implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final S3Client client;
  private final String bucket;

  S3Bucket(S3Settings settings) {
    this(settings, CONNECT, SILENCE);
  }

  /// @param connect how long connecting may take
  /// @param silence how long the store may say nothing
  S3Bucket(S3Settings settings, Duration connect, Duration silence) {
    this.bucket = settings.bucket();
    this.client = client(settings, connect, silence);
  }

  private static S3Client client(S3Settings settings, Duration connect, Duration silence) {
    var credentials = AwsBasicCredentials.create(settings.accessKey(), settings.secretKey());
    var builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(silence))
            .region(Region.of(settings.region()))
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .forcePathStyle(settings.pathStyle())
            // not every compatible store knows the newer checksums
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            // this machine's own Amazon settings have no say here
            .overrideConfiguration(own -> own.defaultProfileFile(ProfileFile.aggregator().build()));
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /// Sends a file. It is seen whole or not at all.
  void put(String key, Path file, String mime) throws IOException {
    var _ =
        asked(
            key,
            () ->
                client.putObject(
                    request -> request.bucket(bucket).key(key).contentType(mime),
                    RequestBody.fromFile(file)));
  }

  /// @throws NoSuchFileException where there is no such object
  InputStream open(String key) throws IOException {
    return asked(key, () -> client.getObject(request -> request.bucket(bucket).key(key)));
  }

  /// A part of an object.
  ///
  /// @throws NoSuchFileException where there is no such object
  InputStream open(String key, long first, long length) throws IOException {
    String range = "bytes=%d-%d".formatted(first, first + length - 1);
    return asked(
        key, () -> client.getObject(request -> request.bucket(bucket).key(key).range(range)));
  }

  /// Deletes an object; no failure where there is none.
  void delete(String key) throws IOException {
    var _ = asked(key, () -> client.deleteObject(request -> request.bucket(bucket).key(key)));
  }

  /// Objects whose keys begin so and that are as wanted; all pages are read.
  List<S3Object> list(String start, Predicate<S3Object> wanted) throws IOException {
    return asked(
        start,
        () ->
            client
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(start))
                .contents()
                .stream()
                .filter(wanted)
                .toList());
  }

  /// Looks whether the bucket is there and may be used.
  ///
  /// @throws SdkException as the store answered
  void check(Duration atMost) {
    var _ =
        client.headBucket(
            request ->
                request.bucket(bucket).overrideConfiguration(once -> once.apiCallTimeout(atMost)));
  }

  @Override
  public void close() {
    client.close();
  }

  private static <T> T asked(String key, Supplier<T> request) throws IOException {
    try {
      return request.get();
    } catch (NoSuchKeyException _) {
      throw new NoSuchFileException(key);
    } catch (SdkException e) {
      throw new IOException("the S3 store did not do what was asked of " + key, e);
    }
  }
}
