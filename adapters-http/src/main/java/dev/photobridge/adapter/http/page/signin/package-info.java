/// The pages on which operators sign in and out and choose how pages look.
@NullMarked
package dev.photobridge.adapter.http.page.signin;

import org.jspecify.annotations.NullMarked;
