/// Pixels: decoding photos upright and as sRGB, scaling them, and writing them as JPEG, PNG or
/// WEBP, in bounded memory.
@NullMarked
package dev.photobridge.adapter.provider.pixels;

import org.jspecify.annotations.NullMarked;
