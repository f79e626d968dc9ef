package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/// A provider that answers from a script; past its end it goes on with the usual answer. Safe for
/// use by many threads.
public final class ScriptedImageProvider implements ImageProvider {
  private final ProviderId id;
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Queue<ProviderCall> calls = new ConcurrentLinkedQueue<>();
  private final Queue<DeferredCall> asked = new ConcurrentLinkedQueue<>();
  private volatile Answer usual;

  /// @param usual the answer to every call that the script says nothing about
  public ScriptedImageProvider(ProviderId id, Answer usual) {
    this.id = id;
    this.usual = usual;
  }

  /// What a call gets.
  @FunctionalInterface
  public interface Answer {
    /// Answers a call, or throws.
    ProviderOutcome to(ProviderCall call) throws InterruptedException;

    /// This answer once the latch is open.
    default Answer after(CountDownLatch latch) {
      return call -> {
        latch.await();
        return to(call);
      };
    }

    /// This answer after something else was done.
    default Answer after(Runnable action) {
      return call -> {
        action.run();
        return to(call);
      };
    }
  }

  /// The photo that these facts describe, as [TextPhotos] writes it.
  public static Answer photo(PhotoFacts facts, Cost cost) {
    return call -> new ProviderOutcome.Image(TextPhotos.draft(call.drafts(), facts), cost);
  }

  /// These bytes for an image.
  public static Answer bytes(byte[] bytes, Cost cost) {
    return call -> new ProviderOutcome.Image(TextPhotos.draft(call.drafts(), bytes), cost);
  }

  /// A failure.
  public static Answer failure(JobFailure failure) {
    return _ -> new ProviderOutcome.Failed(failure);
  }

  /// The word that the answer comes later.
  public static Answer deferral(DeferredCall call, Duration checkAfter) {
    return _ -> new ProviderOutcome.Deferred(call, checkAfter);
  }

  /// The next question for a deferred answer that nothing is scripted for yet gets this one.
  public void thenAsked(Answer answer) {
    answers.add(answer);
  }

  /// What was asked for so far.
  public List<DeferredCall> asked() {
    return List.copyOf(asked);
  }

  /// The next call that nothing is scripted for yet gets this answer.
  public void then(Answer answer) {
    script.add(answer);
  }

  /// From now on calls past the script get this answer.
  public void always(Answer answer) {
    usual = answer;
  }

  /// The calls so far.
  public List<ProviderCall> calls() {
    return List.copyOf(calls);
  }

  @Override
  public ProviderId id() {
    return id;
  }

  @Override
  public ProviderOutcome process(ProviderCall call) throws InterruptedException {
    calls.add(call);
    Answer scripted = script.poll();
    return (scripted == null ? usual : scripted).to(call);
  }

  @Override
  public ProviderOutcome ask(DeferredCall deferred, ProviderCall call) throws InterruptedException {
    asked.add(deferred);
    Answer scripted = answers.poll();
    return (scripted == null ? usual : scripted).to(call);
  }
}
