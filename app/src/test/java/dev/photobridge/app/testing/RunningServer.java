package dev.photobridge.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.config.ConfigurationOutcome;
import dev.photobridge.app.config.ConfigurationReader;
import dev.photobridge.app.server.PhotobridgeServer;
import dev.photobridge.app.server.StartOutcome;
import dev.photobridge.application.port.in.UpdateSlotCommand;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The whole server, assembled as `photobridge serve` does, on a free port with its own data
/// directory.
public final class RunningServer implements AutoCloseable {
  /// So that tests may send one photo again and again.
  private static final SlotRules A_JOB_A_PHOTO =
      new SlotRules(new FailureReply.ErrorStatus(), null, false, null, null);

  private final PhotobridgeServer server;

  private RunningServer(PhotobridgeServer server) {
    this.server = server;
  }

  /// Starts it with these keys on top of the defaults.
  public static RunningServer start(Path dataDir, Map<String, String> keys) {
    StartOutcome outcome = outcome(dataDir, keys);
    assertThat(outcome).isInstanceOf(StartOutcome.Started.class);
    return new RunningServer(((StartOutcome.Started) outcome).server());
  }

  /// Tries to start it.
  public static StartOutcome outcome(Path dataDir, Map<String, String> keys) {
    return PhotobridgeServer.start(configuration(dataDir, keys), _ -> {});
  }

  /// The configuration that [#start] uses.
  public static Configuration configuration(Path dataDir, Map<String, String> keys) {
    var environment = new HashMap<String, String>();
    environment.put("HTTP_PORT", "0");
    environment.put("DATA_DIR", dataDir.toString());
    environment.putAll(keys);
    var reading = new ConfigurationReader(Path.of("..").toAbsolutePath(), environment);
    return ((ConfigurationOutcome.Valid) reading.read(Optional.empty())).configuration();
  }

  /// Sets a slot of the first account up.
  public void setUp(int slot, String provider, String operation, Map<String, Object> settings) {
    var address = new SlotAddress(server.credentials().accounts().first(), SlotId.number(slot));
    var setup =
        new SlotSetup(
            new ProviderId(provider), new OperationId(operation), new SlotSettings(settings));
    UpdateSlotOutcome outcome =
        server
            .updateSlot()
            .update(
                new UpdateSlotCommand(
                    address, "Slot " + slot, setup, A_JOB_A_PHOTO, Optional.empty()));
    assertThat(outcome).isInstanceOf(UpdateSlotOutcome.Saved.class);
  }

  /// An address of it.
  public URI uri(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }

  /// The ingest link of a slot of the first account.
  public URI ingestLink(int slot) {
    return uri("/ingest/" + SlotId.number(slot));
  }

  /// The server itself.
  public PhotobridgeServer server() {
    return server;
  }

  /// What booths send.
  public String ingestPassword() {
    return server.credentials().ingestPassword();
  }

  @Override
  public void close() {
    server.close();
  }
}
