/// DeepSeek's language models, which put prompts into better words; they make no images. The wire
/// shapes are those of `openapi/providers/deepseek.yaml`.
@NullMarked
package dev.photobridge.adapter.provider.deepseek;

import org.jspecify.annotations.NullMarked;
