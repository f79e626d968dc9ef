/// What monitoring sees: counters, gauges and times in the text format of Prometheus.
@NullMarked
package dev.photobridge.adapter.http.metrics;

import org.jspecify.annotations.NullMarked;
