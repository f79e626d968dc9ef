/// Breaks a running installation on purpose and compares what was accepted with what became of it.
@NullMarked
package dev.photobridge.fault;

import org.jspecify.annotations.NullMarked;
