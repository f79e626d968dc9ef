package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ImageDownloads;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.PublicAddresses;
import dev.photobridge.adapter.provider.http.SendablePhotos;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.ProviderId;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Turbotext's photo AI. Photos are shared by links that die with the job; calls are queued there,
/// and their results asked for or reported to a webhook, whichever comes first. Safe for use by
/// many threads.
public final class TurbotextImageProvider implements ImageProvider {
  /// Its name in the catalogue.
  public static final ProviderId ID = new ProviderId("turbotext");

  /// For one exchange; the call itself takes its time between them.
  private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(60);

  private final TurbotextPosts posts;
  private final ImageDownloads downloads;
  private final TurbotextAddress address;
  private final TurbotextParameters parameters;
  private final ErrorWords words;
  private final ApiKey key;
  private final PhotoSending sending;

  /// @param http shared with other providers
  /// @param parameters from the catalogue
  /// @param key asked with each exchange; empty where no key is set
  public TurbotextImageProvider(
      ProviderHttpClient http,
      TurbotextAddress address,
      TurbotextParameters parameters,
      Supplier<Optional<String>> key,
      PhotoSending sending) {
    this.posts = new TurbotextPosts(http, address);
    this.downloads = new ImageDownloads(http);
    this.address = address;
    this.parameters = parameters;
    this.words = new ErrorWords(parameters.errorKinds());
    this.key = new ApiKey(key);
    this.sending = sending;
  }

  @Override
  public ProviderId id() {
    return ID;
  }

  /// @throws UncheckedIOException when a file of ours can't be read or written
  @Override
  public ProviderOutcome process(ProviderCall call) throws InterruptedException {
    Optional<String> apiKey = key.current();
    if (apiKey.isEmpty()) {
      return withoutKey();
    }
    Optional<String> method = CallForm.method(call.operation());
    if (method.isEmpty()) {
      return rejected("METHOD_NOT_SET", methodNotSet(call));
    }
    if (!isReachable(call)) {
      return rejected(
          "NO_PUBLIC_ADDRESS",
          "Turbotext fetches photos from this server, whose address only works here: set"
              + " PUBLIC_BASE_URL to one that the internet can reach");
    }
    var form = new CallForm(call);
    for (CallPhoto photo : call.photos()) {
      if (form.imageField(photo.part().id()).isEmpty()) {
        return rejected(
            "FIELD_NOT_SET",
            "the catalogue does not say which field takes the image %1$s: set field.%1$s in"
                    .formatted(photo.part().id())
                + " provider_overrides.turbotext of "
                + call.operation().id());
      }
    }
    return created(call, form, method.get(), apiKey.get());
  }

  private ProviderOutcome created(ProviderCall call, CallForm form, String method, String apiKey)
      throws InterruptedException {
    try (var photos = SendablePhotos.of(call, parameters.maxInputSidePx(), sending)) {
      if (photos.obstacle().isPresent()) {
        return new ProviderOutcome.Failed(
            JobFailure.of(FailureKind.PHOTO_UNUSABLE, "PHOTO_UNUSABLE", photos.obstacle().get()));
      }
      Map<String, String> links = SharedLinks.of(call, photos.ready());
      Map<String, String> fields = form.fields(links, webhook(call));
      var creation = new QueueCreation(method, parameters, words, call.prices().costOf(null));
      return creation.outcome(posts.post(method, apiKey, fields, deadline(call)));
    }
  }

  @Override
  public ProviderOutcome ask(DeferredCall deferred, ProviderCall call) throws InterruptedException {
    Optional<QueueTicket> ticket = QueueTicket.of(deferred);
    if (ticket.isEmpty()) {
      return rejected("CALL_UNKNOWN", "there was no such call: " + deferred.id());
    }
    Optional<String> apiKey = key.current();
    if (apiKey.isEmpty()) {
      return withoutKey();
    }
    return new ResultQuestion(
            posts,
            downloads,
            address,
            parameters,
            words,
            apiKey.get(),
            ticket.get(),
            deferred.report(),
            call.prices().costOf(null),
            call.drafts(),
            deadline(call))
        .ask();
  }

  private boolean isReachable(ProviderCall call) {
    return parameters.ownNetwork() || PublicAddresses.mayBePublic(URI.create(call.callback()));
  }

  private Optional<String> webhook(ProviderCall call) {
    return parameters.webhooks() ? Optional.of(call.callback()) : Optional.empty();
  }

  private static Deadline deadline(ProviderCall call) {
    Duration left = call.timeLeft();
    return Deadline.in(left.compareTo(LONGEST_EXCHANGE) < 0 ? left : LONGEST_EXCHANGE);
  }

  private static String methodNotSet(ProviderCall call) {
    return "the name of Turbotext's method for %1$s is not known: look it up with \"photobridge check\", which"
            .formatted(call.operation().id())
        + " lists the methods of your key, and set operations."
        + call.operation().id()
        + ".provider_overrides.turbotext.method in the catalogue (configs/providers.json)";
  }

  private static ProviderOutcome withoutKey() {
    return new ProviderOutcome.Failed(ApiKey.missing("Turbotext", "TURBOTEXT_API_KEY"));
  }

  private static ProviderOutcome rejected(String reason, String detail) {
    return new ProviderOutcome.Failed(JobFailure.of(FailureKind.REQUEST_REJECTED, reason, detail));
  }
}
