/// Photos in, processed photos out.
@NullMarked
package dev.photobridge.adapter.http.ingest;

import org.jspecify.annotations.NullMarked;
