/// What was measured, as figures and as Markdown tables.
@NullMarked
package dev.photobridge.benchmark.report;

import org.jspecify.annotations.NullMarked;
