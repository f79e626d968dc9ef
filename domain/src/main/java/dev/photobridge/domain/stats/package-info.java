/// The processing log, and the statistics that are made of it: [dev.photobridge.domain.stats.Tally]
/// says what counts, [dev.photobridge.domain.stats.RangeRequest] and
/// [dev.photobridge.domain.stats.ReportRange] which time is meant.
@NullMarked
package dev.photobridge.domain.stats;

import org.jspecify.annotations.NullMarked;
