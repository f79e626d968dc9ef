package dev.photobridge.app;

import dev.photobridge.adapter.provider.http.HttpProxy;
import dev.photobridge.app.cli.PhotobridgeCommand;

/// The program's entry point.
public final class Photobridge {
  private Photobridge() {}

  /// Runs the command that the arguments name; `--help` lists them.
  public static void main(String[] args) {
    sendLoginsToProxies();
    System.exit(PhotobridgeCommand.run(args));
  }

  /// The JDK reads this once, with its first HTTP client; whoever starts the JVM may decide
  /// otherwise.
  private static void sendLoginsToProxies() {
    if (System.getProperty(HttpProxy.LOGIN_SWITCH) == null) {
      System.setProperty(HttpProxy.LOGIN_SWITCH, "");
    }
  }
}
