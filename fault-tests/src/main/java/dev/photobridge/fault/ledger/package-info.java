/// What was accepted, beside what became of it.
@NullMarked
package dev.photobridge.fault.ledger;

import org.jspecify.annotations.NullMarked;
