package dev.photobridge.application.port.in;

import dev.photobridge.domain.media.ByteSize;
import java.util.function.Predicate;

/// What an upload has to satisfy while it is being read.
///
/// @param maxFileSize of the photo, inclusive
/// @param password tells the right ingest password
public record UploadRules(ByteSize maxFileSize, Predicate<String> password) {}
