/// A stand-in for the Gemini API that costs as little as possible, in a process of its own.
@NullMarked
package dev.photobridge.benchmark.fake;

import org.jspecify.annotations.NullMarked;
