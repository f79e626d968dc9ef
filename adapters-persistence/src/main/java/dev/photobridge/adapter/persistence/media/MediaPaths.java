package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// What kept files are called: by kind, the first two digits of their id, and their id. Names are
/// made here alone; nothing that came from outside is ever part of one. With slashes on every
/// system.
final class MediaPaths {
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-z]+/[0-9a-f]{2}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\\d+)?\\.\\w+");

  private MediaPaths() {}

  /// The id that this will have: a job's result is found again by its job, a thumbnail by what it
  /// shows; anything else has a random name.
  static MediaId idFor(NewMedia media) {
    if (media.parent() != null) {
      return media.parent().thumbnail();
    }
    return media.kind() == MediaKind.RESULT && media.job() != null
        ? media.job().result()
        : new MediaId(UUID.randomUUID());
  }

  /// Where this lies. Two workers may keep two results for one job, or two thumbnails of one image,
  /// under one id: the size in the name keeps the file that a row describes from being replaced by
  /// another.
  static String of(MediaObject media) {
    String size = isNamedAfterAnother(media.kind()) ? "-" + media.facts().fileSize().bytes() : "";
    return stem(media.id(), media.kind()) + size + "." + media.facts().type().extension();
  }

  /// What all paths of a result of this id begin with, and no other's.
  static String startOfResults(MediaId id) {
    return stem(id, MediaKind.RESULT) + "-";
  }

  /// The folder of a kind.
  static String folder(MediaKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// Whether this could be a path that was made here.
  static boolean isOne(String path) {
    return SHAPE.matcher(path).matches();
  }

  private static boolean isNamedAfterAnother(MediaKind kind) {
    return switch (kind) {
      case RESULT, THUMBNAIL -> true;
      case SOURCE, SHARED, UPLOAD -> false;
    };
  }

  private static String stem(MediaId id, MediaKind kind) {
    String name = id.toString();
    return folder(kind) + "/" + name.substring(0, 2) + "/" + name;
  }
}
