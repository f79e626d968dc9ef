package dev.photobridge.app.server;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import java.util.List;

/// What is known without another look.
record KnownFinding(Finding finding) implements Inspection {
  @Override
  public CheckArea area() {
    return finding.area();
  }

  @Override
  public List<Finding> findings() {
    return List.of(finding);
  }
}
