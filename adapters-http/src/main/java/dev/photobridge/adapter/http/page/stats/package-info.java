/// The statistics page: what came, how long it took, what it cost.
@NullMarked
package dev.photobridge.adapter.http.page.stats;

import org.jspecify.annotations.NullMarked;
