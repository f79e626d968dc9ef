/// The processing log and its sums in PostgreSQL.
/// [dev.photobridge.adapter.persistence.stats.JdbiProcessingLog] writes both in one transaction,
/// [dev.photobridge.adapter.persistence.stats.JdbiStatistics] reads the sums.
@NullMarked
package dev.photobridge.adapter.persistence.stats;

import org.jspecify.annotations.NullMarked;
