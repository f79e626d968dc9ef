/// What the application needs of the outside: storage, queue, providers, photo inspection.
@NullMarked
@CheckReturnValue
package dev.photobridge.application.port.out;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
