package dev.photobridge.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Sizes;
import java.util.ArrayList;
import java.util.List;

/// What a page has fetched, as it came over the wire.
final class Transfer {
  private final List<Request> requests = new ArrayList<>();

  private Transfer() {}

  /// Watches a page from now on.
  static Transfer of(Page page) {
    var transfer = new Transfer();
    page.onRequestFinished(transfer.requests::add);
    return transfer;
  }

  /// Headers and bodies of all answers, compressed as they came.
  long bytes() {
    // asking for sizes lets further events in
    return List.copyOf(requests).stream().map(Request::sizes).mapToLong(Transfer::bytes).sum();
  }

  /// The bodies alone of one kind, such as `script` or `stylesheet`.
  long bodiesOf(String kind) {
    return List.copyOf(requests).stream()
        .filter(request -> request.resourceType().equals(kind))
        .mapToLong(request -> request.sizes().responseBodySize)
        .sum();
  }

  private static long bytes(Sizes sizes) {
    return sizes.responseHeadersSize + (long) sizes.responseBodySize;
  }

  /// A line for each answer.
  @Override
  public String toString() {
    var lines = new StringBuilder();
    for (Request request : List.copyOf(requests)) {
      lines.append(
          "%n%8d %-10s %s"
              .formatted(bytes(request.sizes()), request.resourceType(), request.url()));
    }
    return lines.toString();
  }
}
