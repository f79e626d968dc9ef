/// Slots over HTTP.
@NullMarked
package dev.photobridge.adapter.http.slot;

import org.jspecify.annotations.NullMarked;
