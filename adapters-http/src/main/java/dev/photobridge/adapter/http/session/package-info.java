/// Signing in, and telling who has signed in.
@NullMarked
package dev.photobridge.adapter.http.session;

import org.jspecify.annotations.NullMarked;
