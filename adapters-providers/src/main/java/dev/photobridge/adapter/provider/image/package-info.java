/// What photos say about themselves, and photos without what they need not say: recognising,
/// measuring and cutting by bytes alone. No pixel is ever decoded here.
@NullMarked
@CheckReturnValue
package dev.photobridge.adapter.provider.image;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
