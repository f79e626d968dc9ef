/// The two operators' accounts.
@NullMarked
package dev.photobridge.domain.account;

import org.jspecify.annotations.NullMarked;
