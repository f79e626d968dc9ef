package dev.photobridge.adapter.provider.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.ScriptedImageProvider.Answer;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.testing.CatalogueFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.slf4j.LoggerFactory;

class GuardedImageProviderTest {
  private static final Answer AWAY = failing(FailureKind.UNAVAILABLE);
  private static final Answer REFUSES = failing(FailureKind.REFUSED);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final Logger logger = (Logger) LoggerFactory.getLogger("photobridge.provider");
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final ScriptedImageProvider gemini =
      new ScriptedImageProvider(CatalogueFixtures.GEMINI, REFUSES);
  private final GuardedImageProvider guarded = new GuardedImageProvider(gemini, clock);
  private final BreakerProviderMonitor monitor = new BreakerProviderMonitor(List.of(guarded));

  @BeforeEach
  void listen() {
    logged.start();
    logger.addAppender(logged);
    logger.setAdditive(false);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void leaveTheLog() {
    logger.detachAppender(logged);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  @Test
  void isTheProviderItGuards() throws InterruptedException {
    gemini.then(ScriptedImageProvider.bytes(new byte[] {1}, new Cost(7)));

    assertThat(guarded.id()).isEqualTo(CatalogueFixtures.GEMINI);
    assertThat(guarded.process(aCall()))
        .isInstanceOfSatisfying(
            ProviderOutcome.Image.class, image -> assertThat(image.cost()).isEqualTo(new Cost(7)));
    assertThat(condition()).isEqualTo(ProviderCondition.AVAILABLE);
  }

  @Test
  void leavesAProviderAloneAfterFourCallsThatDidNotReachIt() throws InterruptedException {
    gemini.always(AWAY);
    process(3);
    assertThat(condition()).isEqualTo(ProviderCondition.AVAILABLE);

    process(1);

    assertThat(condition()).isEqualTo(ProviderCondition.UNAVAILABLE);
    clock.advance(Duration.ofSeconds(3));
    var refused = (ProviderOutcome.Failed) guarded.process(aCall());
    assertThat(refused.failure())
        .isEqualTo(
            JobFailure.of(
                FailureKind.CIRCUIT_OPEN,
                "CIRCUIT_OPEN",
                "gemini could not be reached lately, so no call was made; the next one is tried in"
                    + " 7 s"));
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(gemini.calls()).hasSize(4);
  }

  @ParameterizedTest(name = "{1} failures after {0} answers: {2}")
  @CsvSource({
    "1, 2, AVAILABLE",
    "1, 3, UNAVAILABLE",
    "2, 2, AVAILABLE",
    "2, 3, UNAVAILABLE",
    "10, 5, AVAILABLE",
    "10, 6, UNAVAILABLE",
    "100, 6, UNAVAILABLE"
  })
  void opensWhenSixOfTenOfTheLastCallsFailed(int answered, int failed, ProviderCondition afterwards)
      throws InterruptedException {
    process(answered);
    gemini.always(AWAY);
    process(failed);

    assertThat(condition()).isEqualTo(afterwards);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"UNAVAILABLE", "QUOTA_EXHAUSTED"})
  void noOtherFailureOpensIt(FailureKind kind) throws InterruptedException {
    gemini.always(failing(kind));

    process(20);

    assertThat(condition()).isNotIn(ProviderCondition.UNAVAILABLE, ProviderCondition.PROBING);
    assertThat(gemini.calls()).hasSize(20);
  }

  @Test
  void exceptionsAndInterruptionsOpenNothing() {
    gemini.always(
        _ -> {
          throw new IllegalStateException("a bug");
        });
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> guarded.process(aCall())).hasMessage("a bug");
    }
    gemini.always(
        _ -> {
          throw new InterruptedException();
        });
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> guarded.process(aCall())).isInstanceOf(InterruptedException.class);
    }

    assertThat(condition()).isEqualTo(ProviderCondition.AVAILABLE);
  }

  @Test
  void letsOneCallTryAfterThePause() throws Exception {
    open();
    clock.advance(PAUSE);
    assertThat(isLetThrough()).isFalse();

    clock.advance(MOMENT);
    assertThat(condition()).isEqualTo(ProviderCondition.PROBING);
    try (var probe = new CallUnderWay(REFUSES)) {
      assertThat(condition()).isEqualTo(ProviderCondition.PROBING);
      assertThat(isLetThrough()).isFalse();
      probe.finish();
    }

    assertThat(condition()).isEqualTo(ProviderCondition.AVAILABLE);
    assertThat(isLetThrough()).isTrue();
  }

  @Test
  void pausesAgainWhenTheProbeFails() throws InterruptedException {
    open();
    clock.advance(PAUSE.plus(MOMENT));
    gemini.always(AWAY);
    process(1);

    assertThat(condition()).isEqualTo(ProviderCondition.UNAVAILABLE);
    assertThat(isLetThrough()).isFalse();
    clock.advance(PAUSE);
    assertThat(isLetThrough()).isFalse();
    clock.advance(MOMENT);
    assertThat(isLetThrough()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "NO_IMAGE", "RATE_LIMITED", "QUOTA_EXHAUSTED"})
  void anyAnswerOfTheProviderItselfClosesIt(FailureKind kind) throws InterruptedException {
    open();
    clock.advance(PAUSE.plus(MOMENT));
    gemini.always(failing(kind));
    process(1);

    assertThat(condition())
        .isEqualTo(
            kind == FailureKind.QUOTA_EXHAUSTED
                ? ProviderCondition.QUOTA_EXHAUSTED
                : ProviderCondition.AVAILABLE);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "UNUSABLE_ANSWER",
        "KEY_REJECTED",
        "REQUEST_REJECTED",
        "PHOTO_UNUSABLE",
        "SLOT_IMAGE_MISSING",
        "INTERRUPTED",
        "INTERNAL"
      })
  void aProbeThatSaysNothingLeavesTheTryToTheNextOne(FailureKind kind) throws InterruptedException {
    open();
    clock.advance(PAUSE.plus(MOMENT));
    gemini.always(failing(kind));
    process(1);

    assertThat(condition()).isEqualTo(ProviderCondition.PROBING);
    assertThat(isLetThrough()).isTrue();
  }

  @Test
  void aProbeThatIsInterruptedLeavesTheTryToTheNextOne() throws InterruptedException {
    open();
    clock.advance(PAUSE.plus(MOMENT));
    gemini.then(
        _ -> {
          throw new InterruptedException();
        });
    assertThatThrownBy(() -> guarded.process(aCall())).isInstanceOf(InterruptedException.class);

    assertThat(condition()).isEqualTo(ProviderCondition.PROBING);
    assertThat(isLetThrough()).isTrue();
  }

  @Test
  void aSilentProbeDoesNotKeepOthersFromTrying() throws Exception {
    open();
    clock.advance(PAUSE.plus(MOMENT));
    try (var silent = new CallUnderWay(AWAY)) {
      clock.advance(PATIENCE.minus(MOMENT));
      assertThat(isLetThrough()).isFalse();
      clock.advance(MOMENT);
      try (var second = new CallUnderWay(REFUSES)) {
        assertThat(isLetThrough()).isFalse();
        second.finish();
      }
      assertThat(condition()).isEqualTo(ProviderCondition.AVAILABLE);

      silent.finish();
      gemini.always(AWAY);
      process(3);
    }
    // the silent one is no fourth failure: it began before the provider was back
    assertThat(condition()).isEqualTo(ProviderCondition.AVAILABLE);
  }

  @Test
  void aCallThatBeganBeforeAndComesBackClosesIt() throws Exception {
    try (var early = new CallUnderWay(REFUSES)) {
      open();
      early.finish();
    }

    assertThat(condition()).isEqualTo(ProviderCondition.AVAILABLE);
    assertThat(isLetThrough()).isTrue();
  }

  @Test
  void aCallThatBeganBeforeAndFailsDoesNotSpoilTheProbe() throws Exception {
    try (var early = new CallUnderWay(AWAY)) {
      open();
      clock.advance(PAUSE.plus(MOMENT));
      try (var probe = new CallUnderWay(REFUSES)) {
        early.finish();
        assertThat(condition()).isEqualTo(ProviderCondition.PROBING);
        assertThat(isLetThrough()).isFalse();
        probe.finish();
      }
    }

    assertThat(condition()).isEqualTo(ProviderCondition.AVAILABLE);
  }

  @Test
  void tellsOnceWhenAnOutageBeginsAndOnceWhenItEnds() throws InterruptedException {
    open();
    process(5);
    clock.advance(PAUSE.plus(MOMENT));
    gemini.always(AWAY);
    process(2);
    clock.advance(PAUSE.plus(MOMENT));
    gemini.always(REFUSES);
    process(2);

    assertThat(logged.list)
        .extracting(ILoggingEvent::getLevel)
        .containsExactly(Level.WARN, Level.INFO);
    assertThat(logged.list.getFirst().getFormattedMessage())
        .startsWith("The provider gemini can't be reached or is overloaded")
        .contains("every 10 s");
    assertThat(logged.list.getLast().getFormattedMessage())
        .isEqualTo("The provider gemini is back after 20 s; its photos are processed again.");
  }

  private ProviderCondition condition() {
    return Objects.requireNonNull(monitor.conditions().get(CatalogueFixtures.GEMINI));
  }

  private void open() throws InterruptedException {
    for (int i = 0; i < 10 && condition() == ProviderCondition.AVAILABLE; i++) {
      gemini.then(AWAY);
      process(1);
    }
    assertThat(condition()).isEqualTo(ProviderCondition.UNAVAILABLE);
  }

  private boolean isLetThrough() throws InterruptedException {
    int before = gemini.calls().size();
    guarded.process(aCall());
    return gemini.calls().size() > before;
  }

  private void process(int calls) throws InterruptedException {
    for (int i = 0; i < calls; i++) {
      guarded.process(aCall());
    }
  }

  private static Answer failing(FailureKind kind) {
    return ScriptedImageProvider.failure(JobFailure.of(kind, kind.name(), ""));
  }

  private static ProviderCall aCall() {
    return CallFixture.aCall(new InMemoryMediaStore()::begin).build();
  }

  /// A call on a thread of its own that has reached the provider.
  private final class CallUnderWay implements AutoCloseable {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final CompletableFuture<Void> ended;

    CallUnderWay(Answer answer) throws InterruptedException {
      gemini.then(answer.after(end).after(reached::countDown));
      ended =
          CompletableFuture.runAsync(
              () -> {
                try {
                  guarded.process(aCall());
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              },
              task -> Thread.ofVirtual().start(task));
      assertThat(reached.await(10, TimeUnit.SECONDS)).as("the call is let through").isTrue();
    }

    void finish() {
      end.countDown();
      ended.join();
    }

    @Override
    public void close() {
      finish();
    }
  }
}
