package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.PhotoFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a draft becomes when it is kept.
///
/// @param job the job it belongs to; null for an operator's upload
public record NewMedia(
    MediaKind kind, PhotoFacts facts, Instant createdAt, Instant expiresAt, @Nullable JobId job) {}
