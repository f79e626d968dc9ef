/// Help with prompts over HTTP.
@NullMarked
package dev.photobridge.adapter.http.prompt;

import org.jspecify.annotations.NullMarked;
