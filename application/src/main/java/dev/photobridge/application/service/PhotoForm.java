package dev.photobridge.application.service;

import dev.photobridge.domain.job.DuplicateKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came with a photo, and what it is known by.
///
/// @param fields the booth's form fields and the link's query parameters, without the password
/// @param duplicateKey equal for the same photo with the same words of the guest for this slot;
///   null where the slot does not join those
record PhotoForm(Map<String, String> fields, @Nullable DuplicateKey duplicateKey) {}
