package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Takes a document's text as it is written and the images between.
final class JsonPieces extends ByteArrayOutputStream {
  private final List<ByteSource> pieces = new ArrayList<>();

  /// Ends a piece of text here and lets an image follow.
  void add(ByteSource image) {
    endText();
    pieces.add(new Base64Source(image));
  }

  /// The whole document; nothing may be written after this.
  StreamedBody document() {
    endText();
    return new StreamedBody(pieces);
  }

  private void endText() {
    pieces.add(new TextPiece(toByteArray()));
    reset();
  }
}
