/// The configuration: one typed record, read from a file and the environment.
@NullMarked
package dev.photobridge.app.config;

import org.jspecify.annotations.NullMarked;
