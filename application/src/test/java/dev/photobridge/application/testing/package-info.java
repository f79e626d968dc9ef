/// The application's ports kept in memory, for tests here and in other modules.
@NullMarked
package dev.photobridge.application.testing;

import org.jspecify.annotations.NullMarked;
