package dev.photobridge.application.port.in;

import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.media.MediaObject;
import java.util.Optional;

/// A job and its photos.
///
/// @param result the processed photo while it is kept
/// @param source the photo that came in while it is kept
public record JobView(Job job, Optional<MediaObject> result, Optional<MediaObject> source) {}
