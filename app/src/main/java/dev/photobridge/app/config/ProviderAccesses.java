package dev.photobridge.app.config;

/// How to reach each provider that is called over the network.
///
/// @param gemini image models of Google
/// @param turbotext photo AI of Turbotext
/// @param openai a server that speaks the image API of OpenAI
/// @param deepseek language models of DeepSeek
public record ProviderAccesses(
    ProviderAccess gemini,
    ProviderAccess turbotext,
    ProviderAccess openai,
    ProviderAccess deepseek) {}
