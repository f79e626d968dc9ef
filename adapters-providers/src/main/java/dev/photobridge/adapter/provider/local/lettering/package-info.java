/// Text as pictures, from TrueType outlines that are shipped with the program: neither fonts nor
/// font libraries of the operating system are needed.
@NullMarked
package dev.photobridge.adapter.provider.local.lettering;

import org.jspecify.annotations.NullMarked;
