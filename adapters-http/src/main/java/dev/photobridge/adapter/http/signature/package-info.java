/// Texts that only this installation can have made.
@NullMarked
package dev.photobridge.adapter.http.signature;

import org.jspecify.annotations.NullMarked;
