package dev.photobridge.adapter.provider.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.photobridge.adapter.provider.image.ByteScanPhotoInspector;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.MediaPart;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// Photos by names such as `hostile/one-pixel.jpg`: small ones are test resources, larger ones lie
/// in a folder `shared/photos` above the working directory.
public final class PhotoFiles {
  private PhotoFiles() {}

  /// Where this photo is; the test is skipped where it is not there.
  public static Path path(String name) {
    URL resource = PhotoFiles.class.getResource("/photos/" + name);
    return resource == null ? folder().resolve(name) : Path.of(URI.create(resource.toString()));
  }

  /// The folder of all photos; the test is skipped where there is none.
  public static Path folder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("shared").resolve("photos"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseGet(PhotoFiles::skip);
  }

  /// This photo as a stored file.
  public static StoredFile stored(String name) {
    return stored(path(name));
  }

  /// A file as a stored one.
  public static StoredFile stored(Path file) {
    return new PathFile(file);
  }

  /// What inspection says about a photo.
  public static PhotoFacts facts(StoredFile photo) throws IOException {
    return ((PhotoInspection.Measured) new ByteScanPhotoInspector().inspect(photo)).facts();
  }

  /// A photo as the guest's in a call.
  public static CallPhoto guest(StoredFile photo) throws IOException {
    return new CallPhoto(new MediaPart.GuestPhoto("photo"), facts(photo), photo);
  }

  /// A photo as the slot's image for a setting.
  public static CallPhoto slotImage(String setting, StoredFile photo) throws IOException {
    return new CallPhoto(new MediaPart.SlotImage(setting, true), facts(photo), photo);
  }

  private static Path skip() {
    String reason = "skipped: no folder shared/photos above the working directory";
    LoggerFactory.getLogger(PhotoFiles.class).warn(reason);
    return abort(reason);
  }

  private record PathFile(Path path) implements StoredFile {
    @Override
    public long size() {
      return path.toFile().length();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
      return Files.newByteChannel(path);
    }
  }
}
