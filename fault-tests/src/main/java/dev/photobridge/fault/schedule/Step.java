package dev.photobridge.fault.schedule;

import java.time.Duration;

/// One fault at its moment.
///
/// @param fault what is broken
/// @param pause how long to let the installation work before
/// @param seed of whatever else is left to chance
public record Step(Fault fault, Duration pause, long seed) {}
