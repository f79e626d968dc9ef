package dev.photobridge.adapter.http.contract;

import io.javalin.security.RouteRole;

/// Who may call a route. It follows the `security` of the operation in the contract.
public enum RouteAccess implements RouteRole {
  /// Anybody; the operation protects itself, if at all.
  PUBLIC,
  /// A signed-in operator.
  OPERATOR,
  /// A signed-in operator's browser, which shows a page or sends its form; not part of the
  /// contract.
  PAGE
}
