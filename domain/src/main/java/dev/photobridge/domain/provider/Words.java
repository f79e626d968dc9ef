package dev.photobridge.domain.provider;

/// What something is called and what is said about it, in one language.
///
/// @param title a few words
/// @param description one or two sentences; blank where there is nothing to say
public record Words(String title, String description) {}
