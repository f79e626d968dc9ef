/// Jobs a second and the time from enqueuing to starting, of the queue in PostgreSQL beside
/// db-scheduler on the same server.
@NullMarked
package dev.photobridge.benchmark.queue;

import org.jspecify.annotations.NullMarked;
