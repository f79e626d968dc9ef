/// The use cases.
@NullMarked
package dev.photobridge.application.service;

import org.jspecify.annotations.NullMarked;
