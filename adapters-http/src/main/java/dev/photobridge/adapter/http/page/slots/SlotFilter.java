package dev.photobridge.adapter.http.page.slots;

import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.application.port.in.ReadSlotActivityUseCase.SlotReport;
import dev.photobridge.domain.slot.SlotState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the list of slots is narrowed down by, as the address says it.
///
/// @param state a word of [#STATES]
record SlotFilter(
    Optional<String> search,
    Optional<String> provider,
    Optional<String> operation,
    Optional<String> state) {
  /// Set up, whatever their state.
  static final String CONFIGURED = "configured";

  /// The words for states.
  static final List<String> STATES =
      Stream.concat(Stream.of(CONFIGURED), Arrays.stream(SlotState.values()).map(SlotFilter::word))
          .toList();

  static SlotFilter of(PageCall call) {
    return new SlotFilter(
        call.query("q"),
        call.query("provider"),
        call.query("operation"),
        call.query("state").filter(STATES::contains));
  }

  /// A state's word.
  static String word(SlotState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  boolean isActive() {
    return Stream.of(search, provider, operation, state).anyMatch(Optional::isPresent);
  }

  /// Whether the slot's state is wanted; the API looks after the rest.
  boolean wants(SlotReport report) {
    return state
        .map(
            word ->
                word.equals(CONFIGURED)
                    ? report.state() != SlotState.FREE
                    : word.equals(word(report.state())))
        .orElse(true);
  }

  static @Nullable String orNull(Optional<String> value) {
    return value.orElse(null);
  }

  /// The address of the page narrowed down so.
  String address() {
    String query =
        Map.of("q", search, "provider", provider, "operation", operation, "state", state)
            .entrySet()
            .stream()
            .filter(filter -> filter.getValue().isPresent())
            .sorted(Map.Entry.comparingByKey())
            .map(filter -> filter.getKey() + "=" + encoded(filter.getValue().orElseThrow()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "/" : "/?" + query;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
