package dev.photobridge.adapter.provider.turbotext;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks the service which methods the key may call (`available_api`), which makes no image. Safe
/// for use by many threads.
public final class TurbotextProbe implements ProviderProbe {
  private static final String METHOD = "available_api";
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final TurbotextPosts posts;
  private final ErrorWords words = new ErrorWords(Map.of());
  private final ApiKey key;
  private final Waiting waiting;

  /// Lets time pass between two questions.
  @FunctionalInterface
  public interface Waiting {
    /// Waits so long.
    void pause(Duration length) throws InterruptedException;
  }

  /// @param http shared with other providers
  /// @param key asked with each check; empty where no key is set
  public TurbotextProbe(
      ProviderHttpClient http,
      TurbotextAddress address,
      Supplier<Optional<String>> key,
      Waiting waiting) {
    this.posts = new TurbotextPosts(http, address);
    this.key = new ApiKey(key);
    this.waiting = waiting;
  }

  @Override
  public ProviderId provider() {
    return TurbotextImageProvider.ID;
  }

  @Override
  public ProviderCheck check(Duration timeout) throws InterruptedException {
    Optional<String> apiKey = key.current();
    if (apiKey.isEmpty()) {
      return new ProviderCheck.NoKey();
    }
    var deadline = Deadline.in(timeout);
    return switch (posts.post(METHOD, apiKey.get(), Map.of("do", "create_queue"), deadline)) {
      case ExchangeOutcome.Answered<TurbotextReply>(TurbotextReply reply) ->
          created(reply, apiKey.get(), deadline);
      case ExchangeOutcome.Broken<TurbotextReply>(JobFailure failure) ->
          new ProviderCheck.Fails(failure);
    };
  }

  private ProviderCheck created(TurbotextReply reply, String apiKey, Deadline deadline)
      throws InterruptedException {
    if (!reply.isGood()) {
      return new ProviderCheck.Fails(reply.failure(words));
    }
    Optional<QueueTicket> ticket = QueueTicket.of(reply.answer(), METHOD);
    if (ticket.isPresent()) {
      return listed(ticket.get(), apiKey, deadline);
    }
    return reply.answer().error().isPresent()
        ? new ProviderCheck.Fails(words.failure(reply.answer().error().get()))
        : new ProviderCheck.Fails(
            JobFailure.of(
                FailureKind.UNUSABLE_ANSWER,
                "ANSWER_UNKNOWN",
                "not the service's answer; check TURBOTEXT_BASE_URL: " + reply.answer().quoted()));
  }

  /// The key is good by now; the list is worth waiting for, but not to fail for.
  private ProviderCheck listed(QueueTicket ticket, String apiKey, Deadline deadline)
      throws InterruptedException {
    var form = new LinkedHashMap<>(Map.of("do", "get_result"));
    form.put("queueid", ticket.number());
    while (deadline.left().compareTo(PAUSE) > 0) {
      var exchange = posts.post(METHOD, apiKey, form, deadline);
      if (exchange instanceof ExchangeOutcome.Answered<TurbotextReply>(TurbotextReply reply)
          && reply.isGood()
          && reply.answer().isObject()
          && !reply.answer().asksToComeAgain()) {
        return new ProviderCheck.Works(inWords(reply.answer()));
      }
      waiting.pause(PAUSE);
    }
    return new ProviderCheck.Works("the key works; the list of its methods did not come in time");
  }

  private static String inWords(TurbotextAnswer answer) {
    List<String> methods = new ArrayList<>();
    collect(answer.json().path("data"), methods);
    return methods.isEmpty()
        ? "the key works; the service listed: " + answer.quoted()
        : "the key works for the methods " + String.join(", ", methods);
  }

  /// The list's form is not published: names are taken from objects with a `name`, `method` or
  /// `api`, from texts, and from keys of objects.
  private static void collect(JsonNode list, List<String> methods) {
    for (JsonNode entry : list) {
      for (String name : List.of("method", "api", "name")) {
        if (entry.path(name).isTextual()) {
          methods.add(entry.path(name).textValue());
          break;
        }
      }
      if (entry.isTextual() && list.isArray()) {
        methods.add(entry.textValue());
      }
    }
    if (methods.isEmpty() && list.isObject()) {
      list.fieldNames().forEachRemaining(methods::add);
    }
  }
}
