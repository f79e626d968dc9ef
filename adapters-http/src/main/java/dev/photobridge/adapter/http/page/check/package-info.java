/// The page that tells whether everything is ready for the event.
@NullMarked
package dev.photobridge.adapter.http.page.check;

import org.jspecify.annotations.NullMarked;
