/// What the pages for operators are made of: who asks, in which language, and how a page is drawn.
@NullMarked
package dev.photobridge.adapter.http.page;

import org.jspecify.annotations.NullMarked;
