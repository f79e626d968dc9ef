package dev.photobridge.adapter.http.page.slot;

/// A field with two values.
///
/// @param name of the field
/// @param id of the choice between them
/// @param label what people call the field
/// @param mine as it stands in the form
/// @param theirs as somebody else saved it
/// @param chooseTheirs whether theirs is proposed: only they changed it
public record Difference(
    String name, String id, String label, String mine, String theirs, boolean chooseTheirs) {}
