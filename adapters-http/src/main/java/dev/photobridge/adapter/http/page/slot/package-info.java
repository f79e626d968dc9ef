/// The page of a slot: its form, its tests and its earlier versions.
@NullMarked
package dev.photobridge.adapter.http.page.slot;

import org.jspecify.annotations.NullMarked;
