/// Health checks over HTTP.
@NullMarked
package dev.photobridge.adapter.http.health;

import org.jspecify.annotations.NullMarked;
