package dev.photobridge.app.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every key of the configuration, named as its environment variable. In the properties file the
/// same names stand, in upper or lower case. `configs/photobridge.example.properties` explains
/// them.
public enum ConfigurationKey {
  HTTP_HOST("127.0.0.1"),
  HTTP_PORT("8080"),
  PUBLIC_BASE_URL(null),
  DATA_DIR(null),
  DATABASE_URL(null),
  DATABASE_USER(null),
  DATABASE_PASSWORD(null),
  LOG_FORMAT("text"),
  METRICS_TOKEN(null),
  QUEUE_MODE("postgres"),
  PROCESS_JOBS("true"),
  QUEUE_CAPACITY("2000"),
  SECRETS_FILE(null),
  PROVIDERS_FILE(null),
  GEMINI_API_KEY(null),
  GEMINI_BASE_URL("https://generativelanguage.googleapis.com"),
  GEMINI_PROXY(null),
  TURBOTEXT_API_KEY(null),
  TURBOTEXT_BASE_URL("https://www.turbotext.ru"),
  TURBOTEXT_PROXY(null),
  OPENAI_API_KEY(null),
  OPENAI_BASE_URL("https://api.openai.com"),
  OPENAI_PROXY(null),
  DEEPSEEK_API_KEY(null),
  DEEPSEEK_BASE_URL("https://api.deepseek.com"),
  DEEPSEEK_PROXY(null),
  T_SYNC_RESPONSE_SEC("50"),
  JOB_MAX_ATTEMPTS("4"),
  JOB_MAX_LOST_ATTEMPTS("1"),
  JOB_MAX_LIFETIME_SEC("600"),
  JOB_TTL_SEC("2592000"),
  TIME_ZONE(null),
  COST_CAP_PER_DAY_USD(null),
  MAX_PARALLEL_JOBS(null),
  SOURCE_TTL_SEC("60"),
  RESULT_TTL_SEC("259200"),
  MEDIA_STORE("file"),
  MEDIA_ROOT(null),
  MEDIA_S3_ENDPOINT(null),
  MEDIA_S3_REGION("us-east-1"),
  MEDIA_S3_BUCKET(null),
  MEDIA_S3_PATH_STYLE("true"),
  MEDIA_S3_ACCESS_KEY(null),
  MEDIA_S3_SECRET_KEY(null),
  MEDIA_DEFAULT_TTL_SEC("900"),
  MEDIA_ALLOWED_MIME("image/jpeg,image/png,image/webp"),
  MEDIA_MAX_FILE_SIZE_MB("20"),
  MEDIA_MAX_PIXELS("100000000");

  private final @Nullable String defaultValue;

  ConfigurationKey(@Nullable String defaultValue) {
    this.defaultValue = defaultValue;
  }

  /// What holds where nothing is set; empty where nothing does or where it depends on other keys.
  public Optional<String> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /// The key that a line of the properties file names.
  static Optional<ConfigurationKey> named(String name) {
    for (ConfigurationKey key : values()) {
      if (key.name().equalsIgnoreCase(name)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
