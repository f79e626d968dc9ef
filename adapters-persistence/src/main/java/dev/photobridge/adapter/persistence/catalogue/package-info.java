/// The provider catalogue as a file, and slot settings checked against it.
@NullMarked
package dev.photobridge.adapter.persistence.catalogue;

import org.jspecify.annotations.NullMarked;
