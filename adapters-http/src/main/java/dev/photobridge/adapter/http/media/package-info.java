/// Operators' images over HTTP.
@NullMarked
package dev.photobridge.adapter.http.media;

import org.jspecify.annotations.NullMarked;
