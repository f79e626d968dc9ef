package dev.photobridge.adapter.http.page;

/// A page with everything that is asked for on it. Not part of the contract: pages and their
/// fragments change together with their scripts.
@FunctionalInterface
public interface PageRoutes {
  /// Names its addresses.
  void register(PageRouter router);
}
