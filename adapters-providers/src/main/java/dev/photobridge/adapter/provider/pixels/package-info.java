/// Pixels: decoding photos upright and as sRGB, scaling them, and writing them as JPEG or PNG, in
/// bounded memory.
@NullMarked
package dev.photobridge.adapter.provider.pixels;

import org.jspecify.annotations.NullMarked;
