package dev.photobridge.application.service;

import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.ResultConverter;
import dev.photobridge.application.port.out.ResultConverter.Conversion;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.slot.OutputSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Small pictures of images: JPEG, upright, without metadata. Each is made when it is first asked
/// for, kept, and gone with its image. Safe for use by many threads.
public final class Thumbnails {
  /// The longest side in pixels.
  public static final int MAX_SIDE_PX = 320;

  private static final OutputSettings LOOK = new OutputSettings(MediaType.JPEG, 82, MAX_SIDE_PX);
  private static final int LOCKS = 64;

  private final MediaStore media;
  private final ResultConverter converter;
  private final InstantSource clock;

  /// Requests for one picture at once wait for the first to make it.
  private final Lock[] making = new Lock[LOCKS];

  public Thumbnails(MediaStore media, ResultConverter converter, InstantSource clock) {
    this.media = media;
    this.converter = converter;
    this.clock = clock;
    Arrays.setAll(making, _ -> new ReentrantLock());
  }

  /// The small picture of an image that is alive, or empty where the image can't be decoded here.
  ///
  /// @throws java.nio.file.NoSuchFileException when the image is gone
  /// @throws IOException when a file can't be read or written
  Optional<OpenedMedia> of(MediaObject image) throws IOException, InterruptedException {
    Optional<MediaObject> kept = media.find(image.id().thumbnail());
    return (kept.isPresent() ? kept : madeOnce(image))
        .map(thumbnail -> new OpenedMedia(thumbnail, media.file(thumbnail)));
  }

  private Optional<MediaObject> madeOnce(MediaObject image)
      throws IOException, InterruptedException {
    MediaId id = image.id().thumbnail();
    Lock lock = making[Math.floorMod(id.hashCode(), LOCKS)];
    lock.lockInterruptibly();
    try {
      Optional<MediaObject> meanwhile = media.find(id);
      return meanwhile.isPresent() ? meanwhile : made(image);
    } finally {
      lock.unlock();
    }
  }

  private Optional<MediaObject> made(MediaObject image) throws IOException, InterruptedException {
    return switch (converter.convert(media.file(image), image.facts(), LOOK, media::begin)) {
      case Conversion.Undecodable _ -> Optional.empty();
      case Conversion.Converted(MediaDraft draft, var facts) -> {
        try (draft) {
          yield Optional.of(media.keep(draft, NewMedia.thumbnail(image, facts, clock.instant())));
        }
      }
    };
  }
}
