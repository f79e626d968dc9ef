package dev.photobridge.app.config;

import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.provider.Cost;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Everything that can be configured, checked. Holds secrets: never logged whole.
///
/// @param http where to listen
/// @param dataDir where everything is kept
/// @param database a PostgreSQL server; empty: the embedded one under `dataDir`
/// @param queueCapacity jobs that may wait at once
/// @param secretsFile the runtime credentials
/// @param providersFile the catalogue
/// @param providers how to reach the providers
/// @param jobs times and bounds of jobs
/// @param media the media store
/// @param monitoring how the server is watched
public record Configuration(
    Http http,
    Path dataDir,
    Optional<Database> database,
    int queueCapacity,
    Path secretsFile,
    Path providersFile,
    ProviderAccesses providers,
    Jobs jobs,
    Media media,
    Monitoring monitoring) {

  /// Where the server listens and how it is reached.
  ///
  /// @param host address to listen on
  /// @param port 0: any free one
  /// @param publicBaseUrl how the outside reaches the server, without a slash at the end; empty:
  ///   `http://localhost:{port}`
  public record Http(String host, int port, Optional<URI> publicBaseUrl) {}

  /// A PostgreSQL server and who to be there.
  ///
  /// @param url JDBC URL
  public record Database(String url, Optional<String> user, Optional<String> password) {
    @Override
    public String toString() {
      // a JDBC URL may carry a password after its question mark
      return "Database[" + url.replaceFirst("\\?.*", "?…") + "]";
    }
  }

  /// Times and bounds of jobs.
  ///
  /// @param syncTimeout first value of `T_sync_response`
  /// @param queueMode where jobs wait
  /// @param processJobs whether this node works on jobs; otherwise it only takes photos
  /// @param maxAttempts provider calls a job may begin
  /// @param maxLostAttempts after how many broken-off calls, which may have been paid, it is still
  ///   run again
  /// @param maxLifetime a job is given up so long after its photo's receipt
  /// @param ttl how long jobs are listed from their end
  /// @param timeZone where the booths stand: days begin there at midnight
  /// @param costCapPerDay what all providers together may cost a day; empty: no limit
  /// @param maxParallel overrides every provider's `max_parallel_jobs`
  public record Jobs(
      QueueMode queueMode,
      boolean processJobs,
      Duration syncTimeout,
      int maxAttempts,
      int maxLostAttempts,
      Duration maxLifetime,
      Duration ttl,
      ZoneId timeZone,
      Optional<Cost> costCapPerDay,
      Optional<Integer> maxParallel) {}

  /// How the server is watched from outside.
  ///
  /// @param logFormat how the log is written
  /// @param metricsToken who reads the metrics has to know it; empty: anybody may
  public record Monitoring(LogFormat logFormat, Optional<String> metricsToken) {
    @Override
    public String toString() {
      return "Monitoring[" + logFormat + "]";
    }
  }

  /// What is kept of images, where and how long.
  ///
  /// @param root where images are kept, or with `objects` drafts and short-lived copies
  /// @param objects a store of objects that keeps them; empty: files below `root`
  /// @param sourceTtl how long guests' photos are kept
  /// @param resultTtl how long processed photos are kept
  /// @param uploadTtl how long operators' images are kept unless a slot uses them
  /// @param allowedTypes of operators' images
  /// @param maxFileSize of operators' images
  /// @param maxPixels of any image
  public record Media(
      Path root,
      Optional<ObjectStore> objects,
      Duration sourceTtl,
      Duration resultTtl,
      Duration uploadTtl,
      Set<MediaType> allowedTypes,
      ByteSize maxFileSize,
      long maxPixels) {
    public Media {
      allowedTypes = Set.copyOf(allowedTypes);
    }
  }

  /// An S3-compatible store of objects and who to be there.
  ///
  /// @param endpoint empty: Amazon's for the region
  /// @param pathStyle the bucket stands in the path, not in the host name
  public record ObjectStore(
      Optional<URI> endpoint,
      String region,
      String bucket,
      boolean pathStyle,
      String accessKey,
      String secretKey) {
    @Override
    public String toString() {
      return "ObjectStore[" + bucket + " at " + endpoint.map(URI::toString).orElse(region) + "]";
    }
  }
}
