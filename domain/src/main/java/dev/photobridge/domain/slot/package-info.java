/// Slots: what a booth's ingest link does with a photo.
@NullMarked
package dev.photobridge.domain.slot;

import org.jspecify.annotations.NullMarked;
