/// The styles, scripts and icons of the pages.
@NullMarked
package dev.photobridge.adapter.http.page.asset;

import org.jspecify.annotations.NullMarked;
