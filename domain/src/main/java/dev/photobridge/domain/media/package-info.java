/// Photos and other images: types, sizes, limits and how long they are kept.
@NullMarked
package dev.photobridge.domain.media;

import org.jspecify.annotations.NullMarked;
