package dev.photobridge.adapter.provider.openai;

import dev.photobridge.adapter.provider.http.MultipartForm;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.SendablePhoto.Ready;
import dev.photobridge.application.port.out.ByteSource;
import dev.photobridge.application.port.out.ProviderCall;
import java.util.List;
import java.util.random.RandomGenerator;

/// A call in the server's words: with images a form, without any a JSON document.
///
/// @param path where it is sent to
record ImageRequest(String path, String contentType, ByteSource body) {
  /// @param photos the call's, prepared, in the same order
  static ImageRequest of(
      ProviderCall call,
      List<Ready> photos,
      Dialect dialect,
      ProviderJson json,
      RandomGenerator random) {
    return photos.isEmpty()
        ? new ImageRequest(
            dialect.generationsPath(),
            "application/json",
            json.write(FormFields.of(call, dialect, false)))
        : edit(call, photos, dialect, new MultipartForm(random));
  }

  private static ImageRequest edit(
      ProviderCall call, List<Ready> photos, Dialect dialect, MultipartForm form) {
    FormFields.of(call, dialect, true)
        .forEach((name, value) -> form.text(name, FormFields.text(value)));
    for (int i = 0; i < photos.size(); i++) {
      Ready photo = photos.get(i);
      String fileName = "image-" + (i + 1) + "." + photo.type().extension();
      form.file(dialect.imageField(), fileName, photo.type().mime(), photo.bytes());
    }
    return new ImageRequest(dialect.editsPath(), form.contentType(), form.body());
  }
}
