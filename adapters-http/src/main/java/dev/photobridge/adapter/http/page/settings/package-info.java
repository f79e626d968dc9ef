/// The settings page.
@NullMarked
package dev.photobridge.adapter.http.page.settings;

import org.jspecify.annotations.NullMarked;
