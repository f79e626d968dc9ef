/// What the server shows of itself: its contract and its first page.
@NullMarked
package dev.photobridge.adapter.http.site;

import org.jspecify.annotations.NullMarked;
