package dev.photobridge.adapter.http.contract;

import io.javalin.http.Context;

/// What generated routes ask of the server for each request. Implementations are safe for use by
/// many threads.
///
/// @param <C> what a handler gets to know about a request
public interface RequestBinding<C> {

  /// Makes the call of a request, for example by finding out who its caller is.
  ///
  /// Runs before parameters and body are read. What it throws is answered instead of the operation.
  C call(Context ctx);

  /// Reads the whole body as JSON, up to the server's limit.
  ///
  /// What it throws on a body that is too long, no JSON, or not of this shape (the JSON `null` is
  /// of no shape) is answered instead of the operation.
  <T> T body(Context ctx, Class<T> type);
}
