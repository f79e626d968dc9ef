package dev.photobridge.adapter.provider.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/// Leaves the place of an image between two pieces of the document's text.
final class InlineImageSerializer extends StdSerializer<InlineImage> {
  private static final long serialVersionUID = 1L;

  InlineImageSerializer() {
    super(InlineImage.class);
  }

  @Override
  public void serialize(InlineImage image, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (!(json.getOutputTarget() instanceof JsonPieces pieces)) {
      throw new IllegalStateException("images are only written by ProviderJson");
    }
    // as a raw value it gets the comma or colon that belongs before it
    json.writeRawValue("\"");
    json.flush();
    pieces.add(image.bytes());
    json.writeRaw('"');
  }
}
