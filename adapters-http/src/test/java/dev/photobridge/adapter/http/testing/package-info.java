/// A served API on a free port, seen from the outside.
@NullMarked
package dev.photobridge.adapter.http.testing;

import org.jspecify.annotations.NullMarked;
