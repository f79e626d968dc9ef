package dev.photobridge.domain.account;

/// An operator's account. There is no registration: the credentials file says which ones exist
/// (PRODUCT section 7).
///
/// @param name to sign in with
/// @param passwordHash in the hasher's own format, salt and parameters included
public record Account(AccountName name, String passwordHash) {
  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
