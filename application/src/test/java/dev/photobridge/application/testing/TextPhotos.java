package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.application.port.out.ResultConverter;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.slot.OutputSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Photos whose bytes are a line of text that says what they are, such as `photo JPEG 1200x800
/// UPRIGHT`; an inspector and a converter that understand them.
public final class TextPhotos implements PhotoInspector, ResultConverter {
  private static final Pattern SHAPE =
      Pattern.compile("photo ([A-Z]+) (\\d+)x(\\d+) ([A-Z_]+)\\n *");

  /// The bytes of such a photo, padded to the size that the facts name.
  public static byte[] bytes(PhotoFacts facts) {
    byte[] line =
        "photo %s %s %s\n"
            .formatted(facts.type(), facts.storedSize(), facts.orientation())
            .getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(line, (int) facts.fileSize().bytes());
    Arrays.fill(bytes, line.length, bytes.length, (byte) ' ');
    return bytes;
  }

  /// Writes such a photo into a new draft.
  public static MediaDraft draft(DraftSource drafts, PhotoFacts facts) {
    return draft(drafts, bytes(facts));
  }

  /// Writes bytes into a new draft.
  public static MediaDraft draft(DraftSource drafts, byte[] bytes) {
    try {
      MediaDraft draft = drafts.begin();
      try (OutputStream out = draft.write()) {
        out.write(bytes);
      }
      return draft;
    } catch (IOException e) {
      throw new IllegalStateException("no draft", e);
    }
  }

  @Override
  public PhotoInspection inspect(StoredFile file) throws IOException {
    if (file.size() == 0) {
      return new PhotoInspection.Unusable(new PhotoRefusal.Empty());
    }
    return read(file)
        .<PhotoInspection>map(PhotoInspection.Measured::new)
        .orElseGet(() -> new PhotoInspection.Unusable(new PhotoRefusal.NotAnImage()));
  }

  /// Makes a photo as wanted; those of two pixels width can't be decoded.
  @Override
  public Conversion convert(
      StoredFile image, PhotoFacts facts, OutputSettings wanted, DraftSource drafts)
      throws IOException {
    if (facts.storedSize().width() == 2) {
      return new Conversion.Undecodable("two pixels are not enough");
    }
    MediaType type = Optional.ofNullable(wanted.format()).orElse(facts.type());
    var converted =
        new PhotoFacts(
            type,
            wanted.sizeFor(facts.uprightSize()),
            Orientation.UPRIGHT,
            false,
            facts.fileSize());
    return new Conversion.Converted(draft(drafts, converted), converted);
  }

  private static Optional<PhotoFacts> read(StoredFile file) throws IOException {
    try (InputStream in = file.open()) {
      Matcher line = SHAPE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return line.matches()
          ? Optional.of(
              new PhotoFacts(
                  MediaType.valueOf(line.group(1)),
                  new PixelSize(Integer.parseInt(line.group(2)), Integer.parseInt(line.group(3))),
                  Orientation.valueOf(line.group(4)),
                  false,
                  new ByteSize(file.size())))
          : Optional.empty();
    }
  }
}
