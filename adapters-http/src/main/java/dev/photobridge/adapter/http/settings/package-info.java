/// The settings of the whole installation over HTTP, and who changed them.
@NullMarked
package dev.photobridge.adapter.http.settings;

import org.jspecify.annotations.NullMarked;
