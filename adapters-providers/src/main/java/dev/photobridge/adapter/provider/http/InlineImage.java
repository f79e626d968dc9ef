package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;

/// An image as a value of a JSON document: [ProviderJson#write] makes a Base64 string of it that is
/// read from its source only while the document is sent.
public record InlineImage(ByteSource bytes) {}
