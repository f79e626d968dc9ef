/// Jobs and their attempts in their tables.
@NullMarked
package dev.photobridge.adapter.persistence.job;

import org.jspecify.annotations.NullMarked;
