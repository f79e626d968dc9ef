package dev.photobridge.app.server;

/// What looking at one part of an installation showed.
public sealed interface Check {
  /// What was looked at.
  String name();

  /// What was found and, where it is wrong, what to do.
  String text();

  /// It is in order.
  record Fine(String name, String text) implements Check {}

  /// It works, but the operator should know this.
  record Noted(String name, String text) implements Check {}

  /// It does not work.
  record Wrong(String name, String text) implements Check {}
}
