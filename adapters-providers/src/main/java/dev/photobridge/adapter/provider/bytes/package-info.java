/// Work on bytes that has nothing to do with what they mean.
@NullMarked
@CheckReturnValue
package dev.photobridge.adapter.provider.bytes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
