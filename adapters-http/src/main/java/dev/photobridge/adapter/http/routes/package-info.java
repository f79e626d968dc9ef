/// The routes generated from the contract, one class for each tag.
@NullMarked
package dev.photobridge.adapter.http.routes;

import org.jspecify.annotations.NullMarked;
