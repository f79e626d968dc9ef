/// The catalogue of providers, their operations and models, and what a call costs.
@NullMarked
package dev.photobridge.domain.provider;

import org.jspecify.annotations.NullMarked;
