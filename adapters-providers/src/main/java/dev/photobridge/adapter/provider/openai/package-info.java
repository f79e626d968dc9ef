/// Image models behind OpenAI's image API, which many servers speak with small differences: one
/// call a photo. The wire shapes are those of `openapi/providers/openai-images.yaml`, the
/// differences parameters of the catalogue.
@NullMarked
package dev.photobridge.adapter.provider.openai;

import org.jspecify.annotations.NullMarked;
