/// The catalogue of providers over HTTP.
@NullMarked
package dev.photobridge.adapter.http.provider;

import org.jspecify.annotations.NullMarked;
