/// The job engine: takes jobs from the queue within the providers' limits, runs them, wakes who
/// waits.
@NullMarked
package dev.photobridge.application.engine;

import org.jspecify.annotations.NullMarked;
