/// Images that lie on no disk.
@NullMarked
package dev.photobridge.benchmark.media;

import org.jspecify.annotations.NullMarked;
