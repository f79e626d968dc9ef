package dev.photobridge.fault.installation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.fault.provider.RecordingProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Nodes that share PostgreSQL, the folder of images and the secrets.
public final class Installation implements AutoCloseable {
  private final PostgresServer postgres;
  private final MediaVolume media;
  private final Path secrets;
  private final List<NodeProcess> nodes = new ArrayList<>();

  /// What the nodes are told.
  ///
  /// @param nodes how many there are
  /// @param slots how many are set up
  /// @param answerIn how long booths wait
  /// @param lifetime after which a job is given up
  public record Settings(int nodes, int slots, Duration answerIn, Duration lifetime) {}

  private Installation(PostgresServer postgres, MediaVolume media, Path secrets) {
    this.postgres = postgres;
    this.media = media;
    this.secrets = secrets;
  }

  /// Starts all of it.
  ///
  /// @param folder empty; gets its data and logs
  public static Installation start(
      Path folder, NodeProcess.Program program, RecordingProvider provider, Settings settings)
      throws IOException, SQLException, InterruptedException {
    var installation =
        new Installation(
            new PostgresServer(folder.resolve("postgres")),
            MediaVolume.at(folder.resolve("media")),
            folder.resolve("secrets.json"));
    boolean started = false;
    try {
      installation.startNodes(folder, program, provider, settings);
      started = true;
      return installation;
    } finally {
      if (!started) {
        installation.close();
      }
    }
  }

  /// Its nodes.
  public List<NodeProcess> nodes() {
    return List.copyOf(nodes);
  }

  /// Its database.
  public PostgresServer postgres() {
    return postgres;
  }

  /// Its images.
  public MediaVolume media() {
    return media;
  }

  /// Where booths post.
  public IngestLinks links() throws IOException {
    String password =
        new ObjectMapper().readTree(secrets.toFile()).path("ingest_password").textValue();
    return new IngestLinks(nodes(), password);
  }

  /// An operator at the first node.
  public Operator operator() throws IOException, InterruptedException {
    return new Operator(nodes.getFirst().address(), secrets);
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(NodeProcess::close);
    try {
      postgres.close();
    } finally {
      media.close();
    }
  }

  private void startNodes(
      Path folder, NodeProcess.Program program, RecordingProvider provider, Settings settings)
      throws IOException, InterruptedException {
    for (int i = 0; i < settings.nodes(); i++) {
      String name = "node-" + (char) ('a' + i);
      var keys = new HashMap<>(keys(settings));
      keys.putAll(provider.keys(name));
      keys.put("DATA_DIR", folder.resolve(name).resolve("data").toString());
      nodes.add(new NodeProcess(name, program, folder.resolve(name), keys));
    }
    // the first one makes the secrets and the tables
    nodes.getFirst().start();
    nodes.getFirst().awaitReady();
    try (Operator operator = operator()) {
      for (int slot = 1; slot <= settings.slots(); slot++) {
        operator.setUp(slot);
      }
    }
    for (NodeProcess node : nodes.subList(1, nodes.size())) {
      node.start();
      node.awaitReady();
    }
  }

  private Map<String, String> keys(Settings settings) {
    var keys = new HashMap<String, String>();
    keys.put("DATABASE_URL", postgres.url());
    keys.put("DATABASE_USER", PostgresServer.ROLE);
    keys.put("MEDIA_ROOT", media.folder().toString());
    keys.put("SECRETS_FILE", secrets.toString());
    // the provider's own limits would be met long before ours
    keys.put("MAX_PARALLEL_JOBS", "32");
    keys.put("T_SYNC_RESPONSE_SEC", Long.toString(settings.answerIn().toSeconds()));
    keys.put("JOB_MAX_LIFETIME_SEC", Long.toString(settings.lifetime().toSeconds()));
    // so that guests' photos go with their jobs
    keys.put("SOURCE_TTL_SEC", "1");
    return keys;
  }
}
