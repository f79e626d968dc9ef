package dev.photobridge.app.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Says in words why a photo could not be sent.
final class SendTrouble {
  private SendTrouble() {}

  static String described(IOException trouble, Path photo, URI link) {
    return switch (trouble) {
      case NoSuchFileException _ -> "there is no file " + photo;
      case ConnectException _ ->
          "nothing answers at " + link.getAuthority() + "; is the server running?";
      case SocketTimeoutException _ -> "no answer in time";
      default -> trouble.toString();
    };
  }
}
