/// What the outside may ask of the application: one use case an interface, with its command or
/// query and its outcome.
@NullMarked
@CheckReturnValue
package dev.photobridge.application.port.in;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
