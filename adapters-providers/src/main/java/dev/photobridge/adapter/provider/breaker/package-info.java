/// Leaves a provider alone that can't be reached or is overloaded, so that its photos fail at once
/// instead of after their whole time.
@NullMarked
package dev.photobridge.adapter.provider.breaker;

import org.jspecify.annotations.NullMarked;
