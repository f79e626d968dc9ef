package dev.photobridge.app.config;

import static dev.photobridge.app.config.ConfigurationKey.*;
import static dev.photobridge.app.config.ConfigurationKey.COST_CAP_PER_DAY_USD;
import static dev.photobridge.app.config.ConfigurationKey.TIME_ZONE;

import dev.photobridge.adapter.provider.http.HttpProxy;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.provider.Cost;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What each key may be.
final class ConfigurationRules {
  private static final int DAY_SEC = 86_400;
  private static final Pattern DOLLARS = Pattern.compile("[0-9]{1,7}([.][0-9]{1,6})?");

  private final Path home;
  private final CheckedValues values;

  ConfigurationRules(Path home, CheckedValues values) {
    this.home = home;
    this.values = values;
  }

  Configuration configuration() {
    Path dataDir = absolute(values.path(DATA_DIR).orElse(home.resolve("data")));
    return new Configuration(
        http(),
        dataDir,
        database(),
        values.integer(QUEUE_CAPACITY, 1, 1_000_000),
        absolute(
            values
                .path(SECRETS_FILE)
                .orElse(dataDir.resolve("secrets").resolve("runtime_credentials.json"))),
        absolute(
            values.path(PROVIDERS_FILE).orElse(home.resolve("configs").resolve("providers.json"))),
        providers(),
        jobs(),
        media(dataDir),
        monitoring());
  }

  private Configuration.Monitoring monitoring() {
    return new Configuration.Monitoring(
        values
            .parsed(LOG_FORMAT, "text or json", ConfigurationRules::logFormat)
            .orElse(LogFormat.TEXT),
        values.text(METRICS_TOKEN));
  }

  private Configuration.Http http() {
    return new Configuration.Http(
        values.text(HTTP_HOST).orElseThrow(),
        values.integer(HTTP_PORT, 0, 65_535),
        values.httpAddress(PUBLIC_BASE_URL));
  }

  private Optional<Configuration.Database> database() {
    Optional<String> url =
        values.parsed(
            DATABASE_URL,
            "a JDBC URL like jdbc:postgresql://localhost:5432/photobridge",
            ConfigurationRules::postgresUrl);
    return url.map(
        address ->
            new Configuration.Database(
                address, values.text(DATABASE_USER), values.text(DATABASE_PASSWORD)));
  }

  private ProviderAccesses providers() {
    return new ProviderAccesses(
        access(GEMINI_API_KEY, GEMINI_BASE_URL, GEMINI_PROXY),
        access(TURBOTEXT_API_KEY, TURBOTEXT_BASE_URL, TURBOTEXT_PROXY),
        access(OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_PROXY),
        access(DEEPSEEK_API_KEY, DEEPSEEK_BASE_URL, DEEPSEEK_PROXY));
  }

  private ProviderAccess access(
      ConfigurationKey key, ConfigurationKey baseUrl, ConfigurationKey proxy) {
    return new ProviderAccess(
        values.text(key),
        values.httpAddress(baseUrl).orElse(URI.create("")),
        values.parsed(
            proxy,
            "an address like http://host:3128 or http://user:password@host:3128",
            HttpProxy::of));
  }

  private Configuration.Jobs jobs() {
    return new Configuration.Jobs(
        values
            .parsed(QUEUE_MODE, "postgres or memory", ConfigurationRules::queueMode)
            .orElse(QueueMode.POSTGRES),
        values.parsed(PROCESS_JOBS, "true or false", ConfigurationRules::yesOrNo).orElse(true),
        values.seconds(T_SYNC_RESPONSE_SEC, 1, 600),
        values.integer(JOB_MAX_ATTEMPTS, 1, 100),
        values.integer(JOB_MAX_LOST_ATTEMPTS, 0, 100),
        values.seconds(JOB_MAX_LIFETIME_SEC, 1, DAY_SEC),
        values.seconds(JOB_TTL_SEC, DAY_SEC, 3_660L * DAY_SEC),
        values
            .parsed(TIME_ZONE, "a time zone such as Europe/Moscow", ConfigurationRules::zone)
            .orElseGet(ZoneId::systemDefault),
        values.parsed(
            COST_CAP_PER_DAY_USD,
            "an amount of dollars such as 25.50",
            ConfigurationRules::dollars),
        values.optionalNumber(MAX_PARALLEL_JOBS, 1, 100_000).map(Math::toIntExact));
  }

  private Configuration.Media media(Path dataDir) {
    Duration sourceTtl = values.seconds(SOURCE_TTL_SEC, 1, 30L * DAY_SEC);
    return new Configuration.Media(
        absolute(values.path(MEDIA_ROOT).orElse(dataDir.resolve("media"))),
        new ObjectStoreRules(values).objectStore(),
        sourceTtl,
        values.seconds(RESULT_TTL_SEC, 1, 366L * DAY_SEC),
        values.seconds(MEDIA_DEFAULT_TTL_SEC, 1, 366L * DAY_SEC),
        allowedTypes(),
        ByteSize.ofMegabytes(values.number(MEDIA_MAX_FILE_SIZE_MB, 1, 2_000)),
        values.number(MEDIA_MAX_PIXELS, 1, 1_000_000_000));
  }

  private Set<MediaType> allowedTypes() {
    String known =
        Arrays.stream(MediaType.values()).map(MediaType::mime).collect(Collectors.joining(", "));
    return values
        .parsed(MEDIA_ALLOWED_MIME, "a list of some of " + known, ConfigurationRules::mediaTypes)
        .orElse(Set.of());
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time zone", e);
    }
  }

  private static Cost dollars(String amount) {
    if (!DOLLARS.matcher(amount).matches()) {
      throw new IllegalArgumentException("not an amount");
    }
    return Cost.ofDollars(new BigDecimal(amount));
  }

  private static QueueMode queueMode(String name) {
    return switch (name) {
      case "postgres" -> QueueMode.POSTGRES;
      case "memory" -> QueueMode.MEMORY;
      default -> throw new IllegalArgumentException("not a queue mode");
    };
  }

  private static LogFormat logFormat(String name) {
    return switch (name) {
      case "text" -> LogFormat.TEXT;
      case "json" -> LogFormat.JSON;
      default -> throw new IllegalArgumentException("not a log format");
    };
  }

  private static boolean yesOrNo(String word) {
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private static Set<MediaType> mediaTypes(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .map(mime -> MediaType.ofMime(mime).orElseThrow(IllegalArgumentException::new))
        .collect(Collectors.toSet());
  }

  private static String postgresUrl(String url) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("not a PostgreSQL URL");
    }
    return url;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
