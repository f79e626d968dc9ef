/// The pages of the assembled server, used in a real Chromium; nothing here is part of the product.
@NullMarked
package dev.photobridge.browser;

import org.jspecify.annotations.NullMarked;
