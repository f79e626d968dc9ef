/// Images as files, with a row each.
@NullMarked
package dev.photobridge.adapter.persistence.media;

import org.jspecify.annotations.NullMarked;
