/// The settings page, and the forms of settings that stand on other pages, too.
@NullMarked
package dev.photobridge.adapter.http.page.settings;

import org.jspecify.annotations.NullMarked;
