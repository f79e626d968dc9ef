/// Photos that are told apart by their pixels, wherever they turn up.
@NullMarked
package dev.photobridge.fault.photo;

import org.jspecify.annotations.NullMarked;
