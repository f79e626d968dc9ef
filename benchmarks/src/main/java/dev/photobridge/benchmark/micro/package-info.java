/// The small pieces that every photo passes through, by JMH.
@NullMarked
package dev.photobridge.benchmark.micro;

import org.jspecify.annotations.NullMarked;
