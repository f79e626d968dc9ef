package dev.photobridge.adapter.persistence;

/// Which PostgreSQL to use, and as whom.
///
/// @param url JDBC address, such as `jdbc:postgresql://localhost:5432/photobridge`
/// @param user blank where the address or the server's own rules name one
/// @param password blank where none is needed
public record DatabaseSettings(String url, String user, String password) {
  /// What the address of a PostgreSQL begins with.
  static final String URL_PREFIX = "jdbc:postgresql:";

  /// The address without its parameters, which may hold a password.
  public String displayUrl() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  @Override
  public String toString() {
    return "DatabaseSettings[" + displayUrl() + "]";
  }
}
