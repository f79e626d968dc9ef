package dev.photobridge.adapter.http.page;

/// Answers one kind of request for a page.
@FunctionalInterface
public interface PageAction {
  /// Answers. What it throws becomes a page (or, for a script that asks, JSON) that says what is
  /// wrong.
  void handle(PageCall call) throws Exception;
}
