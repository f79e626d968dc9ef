/// A provider that fails on demand and writes down every call.
@NullMarked
package dev.photobridge.fault.provider;

import org.jspecify.annotations.NullMarked;
