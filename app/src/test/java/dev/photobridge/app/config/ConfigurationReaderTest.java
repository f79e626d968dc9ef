package dev.photobridge.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.http.HttpProxy;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.provider.Cost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
  @TempDir private Path home;

  @Test
  void defaultsAreThoseOfTheDesign() {
    Configuration configuration = valid(Map.of());

    assertThat(configuration.http())
        .isEqualTo(new Configuration.Http("127.0.0.1", 8080, Optional.empty()));
    assertThat(configuration.dataDir()).isEqualTo(home.resolve("data"));
    assertThat(configuration.database()).isEmpty();
    assertThat(configuration.queueCapacity()).isEqualTo(2000);
    assertThat(configuration.secretsFile())
        .isEqualTo(home.resolve("data/secrets/runtime_credentials.json"));
    assertThat(configuration.providersFile()).isEqualTo(home.resolve("configs/providers.json"));
    assertThat(configuration.providers().gemini())
        .isEqualTo(
            new ProviderAccess(
                Optional.empty(),
                URI.create("https://generativelanguage.googleapis.com"),
                Optional.empty()));
    assertThat(configuration.jobs())
        .isEqualTo(
            new Configuration.Jobs(
                QueueMode.POSTGRES,
                true,
                Duration.ofSeconds(50),
                4,
                1,
                Duration.ofSeconds(600),
                Duration.ofDays(30),
                ZoneId.systemDefault(),
                Optional.empty(),
                Optional.empty()));
    assertThat(configuration.media())
        .isEqualTo(
            new Configuration.Media(
                home.resolve("data/media"),
                Optional.empty(),
                Duration.ofSeconds(60),
                Duration.ofDays(3),
                Duration.ofSeconds(900),
                Set.of(MediaType.JPEG, MediaType.PNG, MediaType.WEBP),
                ByteSize.ofMegabytes(20),
                100_000_000));
  }

  @Test
  void everyKeyHasItsPlace() {
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("HTTP_HOST", "0.0.0.0"),
            Map.entry("HTTP_PORT", "9090"),
            Map.entry("PUBLIC_BASE_URL", "https://booth.example/"),
            Map.entry("DATA_DIR", home + "/elsewhere"),
            Map.entry("DATABASE_URL", "jdbc:postgresql://db/photobridge"),
            Map.entry("DATABASE_USER", "bridge"),
            Map.entry("DATABASE_PASSWORD", "word"),
            Map.entry("QUEUE_MODE", "memory"),
            Map.entry("PROCESS_JOBS", "false"),
            Map.entry("QUEUE_CAPACITY", "7"),
            Map.entry("SECRETS_FILE", home + "/s.json"),
            Map.entry("PROVIDERS_FILE", home + "/p.json"),
            Map.entry("GEMINI_API_KEY", "key"),
            Map.entry("GEMINI_BASE_URL", "http://localhost:1234/v1beta"),
            Map.entry("GEMINI_PROXY", "http://me:s%40fe@proxy:3128"),
            Map.entry("TURBOTEXT_API_KEY", "key-t"),
            Map.entry("TURBOTEXT_BASE_URL", "http://t/"),
            Map.entry("TURBOTEXT_PROXY", "http://t:1"),
            Map.entry("OPENAI_API_KEY", "key-o"),
            Map.entry("OPENAI_BASE_URL", "http://o/v1"),
            Map.entry("OPENAI_PROXY", "http://o:1"),
            Map.entry("DEEPSEEK_API_KEY", "key-d"),
            Map.entry("DEEPSEEK_BASE_URL", "http://d"),
            Map.entry("DEEPSEEK_PROXY", "http://d:1"),
            Map.entry("T_SYNC_RESPONSE_SEC", "5"),
            Map.entry("JOB_MAX_ATTEMPTS", "2"),
            Map.entry("JOB_MAX_LOST_ATTEMPTS", "0"),
            Map.entry("JOB_MAX_LIFETIME_SEC", "60"),
            Map.entry("JOB_TTL_SEC", "86400"),
            Map.entry("TIME_ZONE", "Asia/Tokyo"),
            Map.entry("COST_CAP_PER_DAY_USD", "12.5"),
            Map.entry("MAX_PARALLEL_JOBS", "200"),
            Map.entry("SOURCE_TTL_SEC", "1"),
            Map.entry("RESULT_TTL_SEC", "2"),
            Map.entry("MEDIA_STORE", "s3"),
            Map.entry("MEDIA_ROOT", home + "/m"),
            Map.entry("MEDIA_S3_ENDPOINT", "https://objects.example/"),
            Map.entry("MEDIA_S3_REGION", "eu-central-1"),
            Map.entry("MEDIA_S3_BUCKET", "photos"),
            Map.entry("MEDIA_S3_PATH_STYLE", "false"),
            Map.entry("MEDIA_S3_ACCESS_KEY", "id"),
            Map.entry("MEDIA_S3_SECRET_KEY", "secret"),
            Map.entry("MEDIA_DEFAULT_TTL_SEC", "3"),
            Map.entry("MEDIA_ALLOWED_MIME", "image/png, image/heic"),
            Map.entry("MEDIA_MAX_FILE_SIZE_MB", "4"),
            Map.entry("MEDIA_MAX_PIXELS", "5"),
            Map.entry("LOG_FORMAT", "json"),
            Map.entry("METRICS_TOKEN", "watching"));
    assertThat(environment.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ConfigurationKey.values()).map(Enum::name).toList());

    assertThat(valid(environment))
        .isEqualTo(
            new Configuration(
                new Configuration.Http(
                    "0.0.0.0", 9090, Optional.of(URI.create("https://booth.example"))),
                home.resolve("elsewhere"),
                Optional.of(
                    new Configuration.Database(
                        "jdbc:postgresql://db/photobridge",
                        Optional.of("bridge"),
                        Optional.of("word"))),
                7,
                home.resolve("s.json"),
                home.resolve("p.json"),
                new ProviderAccesses(
                    new ProviderAccess(
                        Optional.of("key"),
                        URI.create("http://localhost:1234/v1beta"),
                        Optional.of(new HttpProxy("proxy", 3128, Optional.of("me:s@fe")))),
                    new ProviderAccess(
                        Optional.of("key-t"), URI.create("http://t"), Optional.of(proxy("t"))),
                    new ProviderAccess(
                        Optional.of("key-o"), URI.create("http://o/v1"), Optional.of(proxy("o"))),
                    new ProviderAccess(
                        Optional.of("key-d"), URI.create("http://d"), Optional.of(proxy("d")))),
                new Configuration.Jobs(
                    QueueMode.MEMORY,
                    false,
                    Duration.ofSeconds(5),
                    2,
                    0,
                    Duration.ofSeconds(60),
                    Duration.ofDays(1),
                    ZoneId.of("Asia/Tokyo"),
                    Optional.of(new Cost(12_500_000)),
                    Optional.of(200)),
                new Configuration.Media(
                    home.resolve("m"),
                    Optional.of(
                        new Configuration.ObjectStore(
                            Optional.of(URI.create("https://objects.example")),
                            "eu-central-1",
                            "photos",
                            false,
                            "id",
                            "secret")),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3),
                    Set.of(MediaType.PNG, MediaType.HEIC),
                    ByteSize.ofMegabytes(4),
                    5),
                new Configuration.Monitoring(LogFormat.JSON, Optional.of("watching"))));
  }

  @Test
  void imagesAreFilesUnlessAStoreOfObjectsIsAskedFor() {
    Map<String, String> leftOver = Map.of("MEDIA_S3_BUCKET", "No Bucket");

    assertThat(valid(leftOver).media().objects()).isEmpty();
  }

  @Test
  void aStoreOfObjectsNeedsABucketAndKeys() {
    assertThat(problems(Map.of("MEDIA_STORE", "s3")))
        .containsExactly(
            "MEDIA_S3_BUCKET must be set, since MEDIA_STORE is s3",
            "MEDIA_S3_ACCESS_KEY must be set, since MEDIA_STORE is s3",
            "MEDIA_S3_SECRET_KEY must be set, since MEDIA_STORE is s3");
  }

  @Test
  void mistakesInTheStoreOfObjectsAreNamedWithoutTheirValues() {
    var environment =
        Map.of(
            "MEDIA_STORE", "s3",
            "MEDIA_S3_ENDPOINT", "objects.example",
            "MEDIA_S3_REGION", "over there",
            "MEDIA_S3_BUCKET", "Photos_2026",
            "MEDIA_S3_PATH_STYLE", "yes",
            "MEDIA_S3_ACCESS_KEY", "id",
            "MEDIA_S3_SECRET_KEY", "hidden");

    assertThat(problems(environment))
        .hasSize(4)
        .anySatisfy(problem -> assertThat(problem).contains("MEDIA_S3_ENDPOINT", "https://"))
        .anySatisfy(problem -> assertThat(problem).contains("MEDIA_S3_REGION", "eu-central-1"))
        .anySatisfy(problem -> assertThat(problem).contains("MEDIA_S3_BUCKET", "3 to 63"))
        .anySatisfy(problem -> assertThat(problem).contains("MEDIA_S3_PATH_STYLE", "true or false"))
        .noneSatisfy(problem -> assertThat(problem).contains("hidden"));
    assertThat(problems(Map.of("MEDIA_STORE", "cloud")))
        .singleElement()
        .asString()
        .contains("MEDIA_STORE", "file or s3");
  }

  @Test
  void theStoreOfObjectsSaysNothingSecretOfItself() {
    var store =
        new Configuration.ObjectStore(
            Optional.empty(), "eu-central-1", "photos", true, "who", "hidden");

    assertThat(store.toString()).contains("photos", "eu-central-1").doesNotContain("hidden", "who");
  }

  @Test
  void theEnvironmentWinsOverTheFileAndAnEmptyValueTakesAKeyBack() throws IOException {
    Path file = file("http_port=1111\nqueue_capacity=12\nJOB_MAX_ATTEMPTS=9\n");

    var outcome =
        new ConfigurationReader(home, Map.of("HTTP_PORT", "2222", "QUEUE_CAPACITY", ""))
            .read(Optional.of(file));

    assertThat(outcome).isInstanceOf(ConfigurationOutcome.Valid.class);
    Configuration configuration = ((ConfigurationOutcome.Valid) outcome).configuration();
    assertThat(configuration.http().port()).isEqualTo(2222);
    assertThat(configuration.queueCapacity()).isEqualTo(2000);
    assertThat(configuration.jobs().maxAttempts()).isEqualTo(9);
  }

  @Test
  void anUnknownKeyOfTheFileIsAWarning() throws IOException {
    Path file = file("http_prot=1111\n");

    var outcome = new ConfigurationReader(home, Map.of()).read(Optional.of(file));

    assertThat(outcome).isInstanceOf(ConfigurationOutcome.Valid.class);
    assertThat(((ConfigurationOutcome.Valid) outcome).warnings())
        .singleElement()
        .asString()
        .contains("http_prot", file.toString());
  }

  @Test
  void aMissingFileIsAProblemWhenItWasAskedFor() {
    var outcome =
        new ConfigurationReader(home, Map.of()).read(Optional.of(home.resolve("none.properties")));

    assertThat(problems(outcome)).singleElement().asString().contains("none.properties");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PORT, 70000",
    "HTTP_PORT, eighty",
    "PUBLIC_BASE_URL, booth.example",
    "PUBLIC_BASE_URL, ftp://booth.example",
    "DATABASE_URL, jdbc:mysql://db/x",
    "QUEUE_MODE, kafka",
    "PROCESS_JOBS, maybe",
    "JOB_MAX_LOST_ATTEMPTS, -1",
    "QUEUE_CAPACITY, 0",
    "GEMINI_BASE_URL, http://",
    "GEMINI_PROXY, https://proxy:3128",
    "OPENAI_PROXY, http://proxy",
    "DEEPSEEK_PROXY, http://me@proxy:3128",
    "TURBOTEXT_PROXY, proxy:3128",
    "T_SYNC_RESPONSE_SEC, 0",
    "JOB_MAX_ATTEMPTS, -1",
    "JOB_MAX_LIFETIME_SEC, x",
    "JOB_TTL_SEC, 86399",
    "TIME_ZONE, Mars/Base",
    "COST_CAP_PER_DAY_USD, -1",
    "COST_CAP_PER_DAY_USD, 1e9",
    "MAX_PARALLEL_JOBS, 0",
    "SOURCE_TTL_SEC, 0",
    "MEDIA_ALLOWED_MIME, image/gif",
    "MEDIA_MAX_FILE_SIZE_MB, 0",
    "MEDIA_MAX_PIXELS, 0",
  })
  void aWrongValueIsNamedWithItsKeyAndOriginButNotRepeated(String key, String value) {
    var outcome = new ConfigurationReader(home, Map.of(key, value)).read(Optional.empty());

    assertThat(problems(outcome))
        .singleElement()
        .asString()
        .startsWith(key + " (set in the environment) must be ")
        .doesNotContain(value + " ");
  }

  @Test
  void allMistakesAreReportedAtOnce() {
    var outcome =
        new ConfigurationReader(home, Map.of("HTTP_PORT", "x", "QUEUE_CAPACITY", "y"))
            .read(Optional.empty());

    assertThat(problems(outcome)).hasSize(2);
  }

  @Test
  void noSecretIsInTheTextFormOfAConfiguration() {
    Configuration configuration =
        valid(
            Map.of(
                "GEMINI_API_KEY", "the-key-itself",
                "GEMINI_PROXY", "http://who:behind-the-proxy@proxy:1",
                "DATABASE_URL", "jdbc:postgresql://db/x?password=in-the-url",
                "DATABASE_PASSWORD", "on-its-own"));

    assertThat(configuration.toString())
        .doesNotContain("the-key-itself", "in-the-url", "on-its-own", "behind-the-proxy", "who");
  }

  @Test
  void theExampleFileExplainsExactlyTheKeysThatExist() throws IOException {
    Path example = Path.of("..", "configs", "photobridge.example.properties");
    Set<String> inExample =
        Files.readAllLines(example).stream()
            .map(line -> line.replaceFirst("^#", "").strip())
            .filter(line -> line.matches("\\w+=.*"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .collect(Collectors.toSet());

    assertThat(inExample)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.allOf(ConfigurationKey.class).stream().map(Enum::name).toList());
  }

  private static HttpProxy proxy(String host) {
    return new HttpProxy(host, 1, Optional.empty());
  }

  private Configuration valid(Map<String, String> environment) {
    var outcome = new ConfigurationReader(home, environment).read(Optional.empty());
    assertThat(outcome).isInstanceOf(ConfigurationOutcome.Valid.class);
    return ((ConfigurationOutcome.Valid) outcome).configuration();
  }

  private List<String> problems(Map<String, String> environment) {
    return problems(new ConfigurationReader(home, environment).read(Optional.empty()));
  }

  private static List<String> problems(ConfigurationOutcome outcome) {
    assertThat(outcome).isInstanceOf(ConfigurationOutcome.Invalid.class);
    return ((ConfigurationOutcome.Invalid) outcome).problems();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(home.resolve("test.properties"), text);
  }
}
