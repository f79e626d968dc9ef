/// The HTTP server: routes, access, bodies, errors and what every answer carries.
@NullMarked
package dev.photobridge.adapter.http.server;

import org.jspecify.annotations.NullMarked;
