package dev.photobridge.application.port.out;

import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import java.io.IOException;
import java.util.List;

/// Looks at one part of an installation, for a report before an event. Safe for use by many
/// threads.
public interface Inspection {
  /// What it looks at.
  CheckArea area();

  /// Looks. It may take some seconds; it is interrupted when nobody waits for it any more.
  ///
  /// @throws IOException where even looking fails
  List<Finding> findings() throws IOException, InterruptedException;
}
