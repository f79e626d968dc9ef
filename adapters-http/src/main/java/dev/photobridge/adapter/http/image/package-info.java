/// Stored images on their way out: whole, in part, or not at all where the client has them already.
@NullMarked
package dev.photobridge.adapter.http.image;

import org.jspecify.annotations.NullMarked;
