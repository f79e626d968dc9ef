package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.domain.job.DeferredCall;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What to ask the service about.
///
/// @param reported whether the call named a webhook; its number is an `asyncid` then
/// @param method the one that was called
/// @param number of the call
record QueueTicket(boolean reported, String method, String number) {
  private static final Pattern SHAPE =
      Pattern.compile("(queue|async):([a-z][a-z0-9_]{0,63}):([0-9]{1,20})");

  /// The ticket that an accepted call gave; empty where there is none in the answer.
  static Optional<QueueTicket> of(TurbotextAnswer answer, String method) {
    return answer
        .number("queueid")
        .map(number -> new QueueTicket(false, method, number))
        .or(() -> answer.number("asyncid").map(number -> new QueueTicket(true, method, number)));
  }

  static Optional<QueueTicket> of(DeferredCall call) {
    Matcher ticket = SHAPE.matcher(call.id());
    return ticket.matches()
        ? Optional.of(
            new QueueTicket(ticket.group(1).equals("async"), ticket.group(2), ticket.group(3)))
        : Optional.empty();
  }

  DeferredCall call() {
    return new DeferredCall((reported ? "async:" : "queue:") + method + ":" + number);
  }
}
