/// The command line.
@NullMarked
package dev.photobridge.app.cli;

import org.jspecify.annotations.NullMarked;
