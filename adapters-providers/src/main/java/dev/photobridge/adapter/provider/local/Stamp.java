package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.lettering.Typeface;

/// Text on a picture.
///
/// @param text one line or several
/// @param size height of the font as a part of the picture's shorter side
/// @param colour `0xRRGGBB`
record Stamp(String text, Typeface typeface, Place place, double size, int colour) {}
