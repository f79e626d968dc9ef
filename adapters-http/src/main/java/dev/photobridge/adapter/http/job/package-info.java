/// Jobs and their processed photos over HTTP.
@NullMarked
package dev.photobridge.adapter.http.job;

import org.jspecify.annotations.NullMarked;
