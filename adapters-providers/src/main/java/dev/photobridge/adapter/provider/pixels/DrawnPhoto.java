package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.io.IOException;

/// A bitmap as a file: upright, of one frame, without metadata.
///
/// @param draft the file; whoever has this owns it and closes it
/// @param facts what it is
record DrawnPhoto(MediaDraft draft, PhotoFacts facts) {
  /// Encodes a bitmap into a new draft; the bitmap is of no use any more.
  static DrawnPhoto draw(Bitmap bitmap, Encoding encoding, DraftSource drafts) throws IOException {
    PixelSize size = bitmap.size();
    MediaDraft draft = PixelWriter.draft(bitmap, encoding, drafts);
    var fileSize = new ByteSize(draft.file().size());
    return new DrawnPhoto(
        draft,
        new PhotoFacts(
            encoding.type(), size, Orientation.UPRIGHT, /* animated= */ false, fileSize));
  }
}
