/// The page that tells how to talk to the server.
@NullMarked
package dev.photobridge.adapter.http.page.docs;

import org.jspecify.annotations.NullMarked;
