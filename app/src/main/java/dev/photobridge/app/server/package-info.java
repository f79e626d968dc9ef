/// The server put together: every object and what it is given, start and stop.
@NullMarked
package dev.photobridge.app.server;

import org.jspecify.annotations.NullMarked;
