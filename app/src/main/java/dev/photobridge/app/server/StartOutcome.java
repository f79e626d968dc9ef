package dev.photobridge.app.server;

import java.util.List;

/// What came of starting the server.
public sealed interface StartOutcome {
  /// It takes photos.
  record Started(PhotobridgeServer server) implements StartOutcome {}

  /// It can't start.
  ///
  /// @param problems what is wrong and what to do, for people
  record Failed(List<String> problems) implements StartOutcome {
    public Failed {
      problems = List.copyOf(problems);
    }
  }
}
