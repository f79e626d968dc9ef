/// The links that the server gives out.
@NullMarked
package dev.photobridge.adapter.http.link;

import org.jspecify.annotations.NullMarked;
