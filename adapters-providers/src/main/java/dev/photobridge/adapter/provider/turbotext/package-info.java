/// Turbotext's photo AI: form posts, photos fetched by links, results asked for later. What it
/// speaks is described in `openapi/providers/turbotext.yaml`, why it is done so in decision 0015.
@NullMarked
package dev.photobridge.adapter.provider.turbotext;

import org.jspecify.annotations.NullMarked;
