package dev.photobridge.app.server;

import java.util.List;

/// Carries the reasons why a start can't go on up to [PhotobridgeServer#start], past the parts
/// already started.
final class StartFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  StartFailedException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  StartFailedException(String problem) {
    this(List.of(problem));
  }

  List<String> problems() {
    return problems;
  }
}
