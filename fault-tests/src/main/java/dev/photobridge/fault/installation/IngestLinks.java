package dev.photobridge.fault.installation;

import dev.photobridge.domain.slot.SlotId;
import java.net.URI;
import java.util.List;

/// Where booths post.
///
/// @param nodes those that take photos; booths take turns
/// @param password what booths send with every photo
public record IngestLinks(List<NodeProcess> nodes, String password) {
  /// Where one booth posts to one slot.
  public record Link(String node, String slot, URI uri) {}

  /// The link that a booth has for a slot: always at the same node.
  public Link of(int booth, int slot) {
    NodeProcess node = nodes.get(booth % nodes.size());
    String id = SlotId.number(slot).toString();
    return new Link(node.name(), id, node.address().resolve("/ingest/" + id));
  }

  @Override
  public String toString() {
    return "IngestLinks" + nodes;
  }
}
