/// Statistics for operators, as JSON and as a table to download.
@NullMarked
package dev.photobridge.adapter.http.stats;

import org.jspecify.annotations.NullMarked;
