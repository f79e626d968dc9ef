/// A photo's job: its states, deadlines, retries and how it ends.
@NullMarked
package dev.photobridge.domain.job;

import org.jspecify.annotations.NullMarked;
