/// Measures the product from outside, beside programs that do the same.
@NullMarked
package dev.photobridge.benchmark;

import org.jspecify.annotations.NullMarked;
