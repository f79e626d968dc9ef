/// The provider `local`: effects, frames and green screens of our own, without a network. Every
/// result is drawn anew: upright, sRGB, without metadata.
@NullMarked
package dev.photobridge.adapter.provider.local;

import org.jspecify.annotations.NullMarked;
