/// What is broken, and when.
@NullMarked
package dev.photobridge.fault.schedule;

import org.jspecify.annotations.NullMarked;
