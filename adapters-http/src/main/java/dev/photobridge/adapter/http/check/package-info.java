/// The readiness check, and what its findings say to people.
@NullMarked
package dev.photobridge.adapter.http.check;

import org.jspecify.annotations.NullMarked;
