package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.DownloadRules;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.ImageDownloads;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Asks what became of one accepted call, which is free. The call itself is paid for, so every end
/// has its price; the engine counts it once, at the end that holds.
///
/// @param ticket what to ask about
/// @param report what came to the webhook; believed where it has the call's number
/// @param price of the call
/// @param deadline of this question
record ResultQuestion(
    TurbotextPosts posts,
    ImageDownloads downloads,
    TurbotextAddress address,
    TurbotextParameters parameters,
    ErrorWords words,
    String key,
    QueueTicket ticket,
    Optional<String> report,
    Cost price,
    DraftSource drafts,
    Deadline deadline) {
  ProviderOutcome ask() throws InterruptedException {
    Optional<QueueResult> reported = reported();
    if (reported.isPresent()) {
      return outcome(reported.get(), Optional.empty());
    }
    return ticket.reported() && !parameters.asksByAsyncId() ? notYet() : asked();
  }

  /// What the webhook heard, where it is about this call and makes sense.
  private Optional<QueueResult> reported() {
    return report
        .filter(_ -> ticket.reported())
        .map(text -> posts.read(text, key))
        .filter(said -> said.number("asyncid").filter(ticket.number()::equals).isPresent())
        .map(said -> QueueResult.of(said, address, words))
        .filter(result -> result instanceof QueueResult.Done || isDefinite(result));
  }

  private static boolean isDefinite(QueueResult result) {
    return result instanceof QueueResult.Failed;
  }

  private ProviderOutcome asked() throws InterruptedException {
    var form = new LinkedHashMap<>(Map.of("do", "get_result"));
    form.put("queueid", ticket.number());
    return switch (posts.post(ticket.method(), key, form, deadline)) {
      case ExchangeOutcome.Answered<TurbotextReply>(TurbotextReply reply) -> of(reply);
      case ExchangeOutcome.Broken<TurbotextReply>(JobFailure failure) ->
          askedLater(failure, Optional.empty());
    };
  }

  private ProviderOutcome of(TurbotextReply reply) throws InterruptedException {
    if (!reply.isGood()) {
      JobFailure failure = reply.failure(words);
      if (mayBeOfTheNumber(reply)) {
        return notYet();
      }
      return reply.isRedirect()
          ? askedLater(failure, reply.retryAfter())
          : failed(failure, reply.retryAfter());
    }
    QueueResult result = QueueResult.of(reply.answer(), address, words);
    boolean unknownNumber =
        ticket.reported()
            && result instanceof QueueResult.Failed
            && reply.answer().error().filter(words::isKnown).isEmpty()
            && !reply.answer().isForbidden();
    return unknownNumber ? notYet() : outcome(result, reply.retryAfter());
  }

  /// Whether a status may only mean that an `asyncid` can't be asked for; the webhook still can
  /// bring the result then.
  private boolean mayBeOfTheNumber(TurbotextReply reply) {
    return ticket.reported() && (reply.status() == 400 || reply.status() == 404);
  }

  private ProviderOutcome outcome(QueueResult result, Optional<Duration> retryAfter)
      throws InterruptedException {
    return switch (result) {
      case QueueResult.NotYet _ -> notYet();
      case QueueResult.Failed(JobFailure failure) -> failed(failure, retryAfter);
      case QueueResult.Nonsense(JobFailure failure) -> askedLater(failure, retryAfter);
      case QueueResult.Done done -> fetched(done);
    };
  }

  private ProviderOutcome fetched(QueueResult.Done done) throws InterruptedException {
    DownloadRules rules = parameters.downloads(address);
    return switch (downloads.fetch(done.image(), rules, drafts, deadline)) {
      case ExchangeOutcome.Answered<MediaDraft>(MediaDraft image) ->
          new ProviderOutcome.Image(image, price);
      case ExchangeOutcome.Broken<MediaDraft>(JobFailure failure) ->
          failed(
              failure.kind() == FailureKind.UNUSABLE_ANSWER
                  ? JobFailure.of(FailureKind.RESULT_LOST, failure.reason(), failure.detail())
                  : failure,
              Optional.empty());
    };
  }

  private ProviderOutcome notYet() {
    return new ProviderOutcome.Deferred(
        ticket.call(), ticket.reported() ? parameters.webhookCheckAfter() : parameters.pollAfter());
  }

  /// Whatever kept us from an answer, the call is at work.
  private ProviderOutcome askedLater(JobFailure failure, Optional<Duration> retryAfter) {
    return failed(
        JobFailure.of(FailureKind.UNAVAILABLE, failure.reason(), failure.detail()), retryAfter);
  }

  private ProviderOutcome failed(JobFailure failure, Optional<Duration> retryAfter) {
    return new ProviderOutcome.Failed(
        new JobFailure(failure.kind(), failure.reason(), failure.detail(), price), retryAfter);
  }
}
