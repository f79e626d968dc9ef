/// Google's image models behind the Gemini API: one `generateContent` call a photo. The wire shapes
/// are those of `openapi/providers/gemini.yaml`.
@NullMarked
package dev.photobridge.adapter.provider.gemini;

import org.jspecify.annotations.NullMarked;
