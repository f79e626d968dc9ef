/// What the routes generated from the contract need from the server: where a call, a body and a
/// parameter come from.
@NullMarked
package dev.photobridge.adapter.http.contract;

import org.jspecify.annotations.NullMarked;
