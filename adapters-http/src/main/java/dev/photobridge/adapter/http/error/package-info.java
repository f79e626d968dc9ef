/// Refusals and failures in the contract's one error format.
@NullMarked
package dev.photobridge.adapter.http.error;

import org.jspecify.annotations.NullMarked;
