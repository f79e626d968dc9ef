package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import java.util.Optional;

/// What came of `create_queue`, which is billed. Once the request may have reached the service and
/// the answer does not say what became of it, the attempt ends as `RESULT_LOST`, which nobody
/// repeats, and counts as paid for.
///
/// @param method that was called
/// @param price of a call
record QueueCreation(String method, TurbotextParameters parameters, ErrorWords words, Cost price) {
  ProviderOutcome outcome(ExchangeOutcome<TurbotextReply> exchange) {
    return switch (exchange) {
      case ExchangeOutcome.Answered<TurbotextReply>(TurbotextReply reply) -> of(reply);
      case ExchangeOutcome.Broken<TurbotextReply> broken ->
          broken.isBeforeSending()
              ? new ProviderOutcome.Failed(broken.failure())
              : lost(broken.failure());
    };
  }

  private ProviderOutcome of(TurbotextReply reply) {
    if (reply.leavesOpen()) {
      return lost(reply.failure(words));
    }
    return reply.isGood()
        ? of(reply.answer())
        : new ProviderOutcome.Failed(reply.failure(words), reply.retryAfter());
  }

  private ProviderOutcome of(TurbotextAnswer answer) {
    Optional<QueueTicket> ticket = QueueTicket.of(answer, method);
    if (ticket.isPresent() && !answer.saysFailure()) {
      return new ProviderOutcome.Deferred(
          ticket.get().call(),
          ticket.get().reported() ? parameters.webhookCheckAfter() : parameters.pollAfter());
    }
    Optional<String> error = answer.error();
    if (error.isPresent()) {
      return new ProviderOutcome.Failed(words.failure(error.get()));
    }
    return lost(
        JobFailure.of(
            FailureKind.UNUSABLE_ANSWER,
            "ANSWER_UNKNOWN",
            "the service's answer does not say whether it took the call: " + answer.quoted()));
  }

  private ProviderOutcome lost(JobFailure why) {
    return new ProviderOutcome.Failed(
        new JobFailure(
            FailureKind.RESULT_LOST,
            why.reason(),
            "whether Turbotext took the call is not known, so it is not made again: "
                + why.detail(),
            price));
  }
}
