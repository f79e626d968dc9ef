package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.JpegBytes.photo;
import static dev.photobridge.adapter.provider.image.JpegBytes.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeenPhotosTest {
  private static final byte[] TABLES = segment(0xDB, new byte[65]);
  private static final byte[] PHOTO =
      Bytes.join(photo(segment(0xFE, Bytes.text("secret")), TABLES), Bytes.text("trailer"));
  private static final byte[] OTHER =
      photo(TABLES, segment(0xE1, Bytes.text("another secret, longer")), TABLES);

  private final SeenPhotos seen = new SeenPhotos();
  private final ByteScanPhotoInspector inspector = new ByteScanPhotoInspector(seen);
  private final MetadataCutter cutter = new MetadataCutter(seen);

  @Test
  void aPhotoThatWasInspectedIsNotLookedThroughAgain() throws Exception {
    var _ = inspector.inspect(new Known("a", PHOTO));
    var kept = new Known("a", PHOTO);

    CutPhoto cut = cutter.cut(kept, Inspections.facts(PHOTO));

    assertThat(kept.opened).as("openings before it is sent").hasValue(0);
    assertThat(Cuts.bytes(cut)).isEqualTo(photo(TABLES));
  }

  @Test
  void anotherPhotoIsLookedThrough() throws Exception {
    var _ = inspector.inspect(new Known("a", PHOTO));

    assertThat(Cuts.bytes(cutter.cut(new Known("b", OTHER), Inspections.facts(OTHER))))
        .isEqualTo(photo(TABLES, TABLES));
  }

  @Test
  void photosThatCanNotBeToldApartAreLookedThrough() throws Exception {
    var _ = inspector.inspect(new BytesFile(PHOTO));

    assertThat(Cuts.bytes(cutter.cut(new BytesFile(OTHER), Inspections.facts(OTHER))))
        .isEqualTo(photo(TABLES, TABLES));
  }

  @Test
  void onlyTheLatestAreRemembered() throws Exception {
    PhotoFacts facts = Inspections.facts(PHOTO);
    for (int i = 0; i <= 1024; i++) {
      var _ = inspector.inspect(new Known("photo " + i, PHOTO));
    }
    var first = new Known("photo 0", PHOTO);
    var second = new Known("photo 1", PHOTO);

    var _ = cutter.cut(first, facts);
    var _ = cutter.cut(second, facts);

    assertThat(first.opened).hasValue(1);
    assertThat(second.opened).hasValue(0);
  }

  /// A file that can be told from others.
  private static final class Known implements StoredFile {
    private final String name;
    private final BytesFile bytes;
    private final AtomicInteger opened = new AtomicInteger();

    Known(String name, byte[] bytes) {
      this.name = name;
      this.bytes = new BytesFile(bytes);
    }

    @Override
    public Optional<Object> identity() {
      return Optional.of(name);
    }

    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public InputStream open() {
      opened.incrementAndGet();
      return bytes.open();
    }

    @Override
    public SeekableByteChannel openChannel() {
      opened.incrementAndGet();
      return bytes.openChannel();
    }
  }
}
