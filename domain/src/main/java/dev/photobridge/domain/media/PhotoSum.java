package dev.photobridge.domain.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Many photos together.
///
/// @param files how many
/// @param bytes their sizes together
/// @param oldestAt when the oldest one was stored; null where there is none
public record PhotoSum(long files, long bytes, @Nullable Instant oldestAt) {}
