/// The assembled server held against its contract.
@NullMarked
package dev.photobridge.contract;

import org.jspecify.annotations.NullMarked;
