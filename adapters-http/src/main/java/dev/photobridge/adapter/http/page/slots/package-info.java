/// The main page: all slots at a glance.
@NullMarked
package dev.photobridge.adapter.http.page.slots;

import org.jspecify.annotations.NullMarked;
