/// What providers behind an HTTP API share: JSON with images in it, streamed both ways in constant
/// memory, and exchanges that end at a deadline.
@NullMarked
package dev.photobridge.adapter.provider.http;

import org.jspecify.annotations.NullMarked;
