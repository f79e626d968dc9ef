/// What is measured: the packaged program and nginx, each a process of its own.
@NullMarked
package dev.photobridge.benchmark.server;

import org.jspecify.annotations.NullMarked;
