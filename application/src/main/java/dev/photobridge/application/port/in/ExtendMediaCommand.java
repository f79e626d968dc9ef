package dev.photobridge.application.port.in;

import dev.photobridge.domain.media.MediaId;
import java.time.Duration;
import java.util.Optional;

/// Which image to keep for longer.
///
/// @param timeToLive for how long from now; empty: the configured time
public record ExtendMediaCommand(MediaId id, Optional<Duration> timeToLive) {}
