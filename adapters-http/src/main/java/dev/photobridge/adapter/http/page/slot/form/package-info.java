/// Forms drawn from the JSON Schema of an operation's settings, and the way back from what a
/// browser posts.
@NullMarked
package dev.photobridge.adapter.http.page.slot.form;

import org.jspecify.annotations.NullMarked;
