/// Job queues.
@NullMarked
package dev.photobridge.adapter.persistence.queue;

import org.jspecify.annotations.NullMarked;
