/// Reading `multipart/form-data` with one file in it, piece by piece.
@NullMarked
package dev.photobridge.adapter.http.upload;

import org.jspecify.annotations.NullMarked;
