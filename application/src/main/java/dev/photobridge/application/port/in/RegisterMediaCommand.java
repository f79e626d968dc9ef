package dev.photobridge.application.port.in;

/// An image on its way in.
///
/// @param upload the body
public record RegisterMediaCommand(MediaUpload upload) {}
