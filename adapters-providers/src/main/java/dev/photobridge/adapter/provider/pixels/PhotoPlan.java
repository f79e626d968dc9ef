package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.domain.media.PhotoFacts;

/// How a photo leaves the server.
public sealed interface PhotoPlan {
  /// With the pixels that are stored, not decoded. Its metadata still has to be cut out.
  record AsIs() implements PhotoPlan {}

  /// Drawn anew: upright, of one frame, no larger than needed, without metadata.
  ///
  /// @param draft the file; the caller owns it now and closes it
  /// @param facts what it is now
  record Redrawn(MediaDraft draft, PhotoFacts facts) implements PhotoPlan {}

  /// Not at all: it would have to be drawn anew, but can't be decoded.
  ///
  /// @param reason why, a short English phrase for the log
  record Undecodable(String reason) implements PhotoPlan {}
}
