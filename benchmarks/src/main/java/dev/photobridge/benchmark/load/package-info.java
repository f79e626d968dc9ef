/// Booths that post photos and measure how long they wait, and the benchmarks that use them.
@NullMarked
package dev.photobridge.benchmark.load;

import org.jspecify.annotations.NullMarked;
