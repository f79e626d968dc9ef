package dev.photobridge.adapter.http.link;

import dev.photobridge.domain.account.Accounts;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.slot.SlotAddress;
import java.net.URI;

/// Addresses as the outside sees them. They never change while the public base URL stays. Safe for
/// use by many threads.
public final class PublicLinks {
  private final String base;
  private final Accounts accounts;

  /// Links below one address.
  ///
  /// @param publicBaseUrl how the outside reaches the server, with or without a path
  /// @param accounts the first one gets the short ingest links
  public PublicLinks(URI publicBaseUrl, Accounts accounts) {
    this.base = publicBaseUrl.toString().replaceFirst("/+$", "");
    this.accounts = accounts;
  }

  /// The ingest link of a slot: the short one for the first account, the long one for the others.
  public URI ingest(SlotAddress slot) {
    String account = slot.account().equals(accounts.first()) ? "" : slot.account() + "/";
    return URI.create(base + "/ingest/" + account + slot.id());
  }

  /// Where anybody can fetch an image.
  public URI media(MediaId id) {
    return URI.create(base + "/public/media/" + id);
  }
}
