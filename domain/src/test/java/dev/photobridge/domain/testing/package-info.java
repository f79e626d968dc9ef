/// Valid domain objects for tests; each `with…` changes one thing.
@NullMarked
package dev.photobridge.domain.testing;

import org.jspecify.annotations.NullMarked;
