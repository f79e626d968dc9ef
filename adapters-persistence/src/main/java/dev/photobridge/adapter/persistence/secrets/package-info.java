/// The secrets that the first start makes, and hashing and comparing passwords.
@NullMarked
package dev.photobridge.adapter.persistence.secrets;

import org.jspecify.annotations.NullMarked;
