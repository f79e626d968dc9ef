package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.PassingPhoto;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.StoredFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Looks for a JPEG's markers while its bytes are at hand: to read all of its pixel data once more
/// for its end would be a third of what receiving it takes. For one thread at a time.
final class WatchedPhoto implements PassingPhoto {
  private final ByteScanPhotoInspector inspector;
  private final MarkerPlaces markers = new MarkerPlaces();

  WatchedPhoto(ByteScanPhotoInspector inspector) {
    this.inspector = inspector;
  }

  @Override
  public OutputStream over(OutputStream out) {
    return new Watching(out);
  }

  @Override
  public PhotoInspection inspect(StoredFile written) throws IOException {
    return inspector.inspect(written, markers);
  }

  private final class Watching extends FilterOutputStream {
    private Watching(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      markers.pass(bytes, offset, length);
    }
  }
}
