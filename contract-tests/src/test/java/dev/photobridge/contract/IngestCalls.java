package dev.photobridge.contract;

import dev.photobridge.app.testing.Photos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The ingest links.
final class IngestCalls {
  private static final int MORE_THAN_ANY_PROVIDER_TAKES = 21 * 1024 * 1024;

  private IngestCalls() {}

  /// @param links the path before the slot
  static void make(Stage stage, String links) throws IOException {
    Caller booth = stage.anybody();
    Body good = stage.form(stage.photo);
    byte[] huge = Arrays.copyOf(stage.photo, MORE_THAN_ANY_PROVIDER_TAKES);
    byte[] cut = Arrays.copyOf(stage.photo, stage.photo.length / 2);

    booth.call(200, "POST", links + Stage.LOCAL, good);
    booth.call(
        400, "POST", links + Stage.LOCAL, Body.field("password", stage.server.ingestPassword()));
    booth.call(401, "POST", links + Stage.LOCAL, Stage.form(stage.photo, "wrong"));
    booth.call(404, "POST", links + "slot-099", good);
    booth.call(409, "POST", links + Stage.FREE, good);
    booth.call(413, "POST", links + Stage.LOCAL, stage.form(huge));
    booth.call(
        415, "POST", links + Stage.LOCAL, stage.form("no photo".getBytes(StandardCharsets.UTF_8)));
    booth.call(422, "POST", links + Stage.LOCAL, stage.form(cut));
    booth.call(502, "POST", links + Stage.KEYLESS, good);
    booth.call(504, "POST", links + Stage.HELD, stage.form(Photos.drawn(640, 480)));
  }
}
