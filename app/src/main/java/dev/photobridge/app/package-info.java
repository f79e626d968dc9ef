/// The program: entry point.
@NullMarked
package dev.photobridge.app;

import org.jspecify.annotations.NullMarked;
