/// What handlers get to know about a request, and how they answer it.
@NullMarked
package dev.photobridge.adapter.http.call;

import org.jspecify.annotations.NullMarked;
