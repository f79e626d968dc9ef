/// The pages of the assembled server, used in a real Chromium.
@NullMarked
package dev.photobridge.browser;

import org.jspecify.annotations.NullMarked;
