/// Providers' reports that they have their answer.
@NullMarked
package dev.photobridge.adapter.http.webhook;

import org.jspecify.annotations.NullMarked;
