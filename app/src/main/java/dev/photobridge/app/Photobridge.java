package dev.photobridge.app;

import dev.photobridge.app.cli.PhotobridgeCommand;

/// The program's entry point.
public final class Photobridge {
  private Photobridge() {}

  /// Runs the command that the arguments name; `--help` lists them.
  public static void main(String[] args) {
    System.exit(PhotobridgeCommand.run(args));
  }
}
