/// Looks: new colours and light for a picture, by our own arithmetic. Each has a strength from 0,
/// which changes nothing, to 1.
@NullMarked
package dev.photobridge.adapter.provider.local.look;

import org.jspecify.annotations.NullMarked;
