package dev.photobridge.adapter.provider.image;

/// A stretch of the file that holds bytes of an item; within the file.
///
/// @param item the item's id
/// @param start where it begins
/// @param end where it ends
record HeifExtent(long item, long start, long end) {}
