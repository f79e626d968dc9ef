/// Photos, files and pixels for the tests of every provider.
@NullMarked
package dev.photobridge.adapter.provider.testing;

import org.jspecify.annotations.NullMarked;
