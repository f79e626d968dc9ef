/// The processing log that statistics are made of.
@NullMarked
package dev.photobridge.domain.stats;

import org.jspecify.annotations.NullMarked;
