/// Texts with the guest's own words in them, and what a prompt writer may do to a prompt.
@NullMarked
package dev.photobridge.domain.prompt;

import org.jspecify.annotations.NullMarked;
