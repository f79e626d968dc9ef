/// What a look at an installation finds before an event.
@NullMarked
package dev.photobridge.domain.check;

import org.jspecify.annotations.NullMarked;
