package dev.photobridge.fault.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call as the provider saw it.
///
/// @param photo the number of the photo it carried; [#UNKNOWN]: none that anybody took
/// @param number which call for this photo it is, from 1
/// @param node who called, by its key
/// @param at when the request had come whole
/// @param fault how it was failed; null: it was answered, or nobody was there any more to take it
/// @param result the digest of the image it was answered with; null: none
public record Call(
    int photo,
    int number,
    String node,
    Instant at,
    @Nullable ProviderFault fault,
    @Nullable String result) {
  /// Not a photo of ours.
  public static final int UNKNOWN = -1;
}
