package dev.photobridge.adapter.http.page;

/// A state as people see it: word, shape and colour together.
///
/// @param icon its shape, by the name in the sprite
/// @param colour the class of its colour, such as `state-ok`; may name more classes
/// @param text its word
public record StateMark(String icon, String colour, String text) {}
