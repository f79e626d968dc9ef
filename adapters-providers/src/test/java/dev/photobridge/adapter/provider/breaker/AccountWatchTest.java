package dev.photobridge.adapter.provider.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.testing.CatalogueFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccountWatchTest {
  private static final JobFailure USED_UP =
      new JobFailure(
          FailureKind.QUOTA_EXHAUSTED, "RESOURCE_EXHAUSTED", "the quota is used up", new Cost(3));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final ScriptedImageProvider gemini =
      new ScriptedImageProvider(
          CatalogueFixtures.GEMINI, ScriptedImageProvider.bytes(new byte[] {1}, Cost.ZERO));
  private final GuardedImageProvider guarded = new GuardedImageProvider(gemini, clock);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-,30", "5,5", "60,60", "7200,60"})
  void aModelWithoutQuotaIsLeftAloneAsLongAsTheProviderSays(
      @Nullable Long askedSeconds, int restSeconds) throws InterruptedException {
    quotaUsedUp(Optional.ofNullable(askedSeconds).map(Duration::ofSeconds));
    assertThat(guarded.condition()).isEqualTo(ProviderCondition.QUOTA_EXHAUSTED);

    clock.advance(Duration.ofSeconds(restSeconds).minusMillis(1));
    var resting = (ProviderOutcome.Failed) guarded.process(call("quality"));
    assertThat(resting.failure())
        .isEqualTo(
            JobFailure.of(
                FailureKind.QUOTA_EXHAUSTED,
                "RESOURCE_EXHAUSTED",
                "no call was made, the next one is tried in 1 s; lately: the quota is used up"));
    assertThat(resting.retryAfter()).contains(Duration.ofMillis(1));
    assertThat(gemini.calls()).hasSize(1);

    clock.advance(Duration.ofMillis(1));
    assertThat(guarded.condition()).isEqualTo(ProviderCondition.AVAILABLE);
    assertThat(guarded.process(call("quality"))).isInstanceOf(ProviderOutcome.Image.class);
  }

  @Test
  void anotherModelGoesOn() throws InterruptedException {
    quotaUsedUp(Optional.empty());

    assertThat(guarded.process(call("fast"))).isInstanceOf(ProviderOutcome.Image.class);
    assertThat(guarded.condition())
        .as("of the one model still")
        .isEqualTo(ProviderCondition.QUOTA_EXHAUSTED);
  }

  @Test
  void aCallThatBeganBeforeAndIsAcceptedEndsTheRest() {
    var watch = new AccountWatch(clock);
    watch.saw(call("quality"), new ProviderOutcome.Failed(USED_UP));
    assertThat(watch.refusal(call("quality"))).isPresent();

    watch.saw(call("quality"), new ProviderOutcome.Deferred(new DeferredCall("7"), Duration.ZERO));

    assertThat(watch.refusal(call("quality"))).isEmpty();
    assertThat(watch.condition()).isEqualTo(ProviderCondition.AVAILABLE);
  }

  @Test
  void aRejectedKeyIsShownUntilItWorksAndKeepsNobodyFromTrying() throws InterruptedException {
    keyRejected();
    assertThat(guarded.condition()).isEqualTo(ProviderCondition.KEY_REJECTED);

    assertThat(guarded.process(call("quality"))).isInstanceOf(ProviderOutcome.Image.class);
    assertThat(guarded.condition()).isEqualTo(ProviderCondition.AVAILABLE);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "REQUEST_REJECTED", "UNUSABLE_ANSWER", "PHOTO_UNUSABLE"})
  void whatSaysNothingAboutTheAccountChangesNothing(FailureKind kind) throws InterruptedException {
    keyRejected();
    gemini.then(ScriptedImageProvider.failure(JobFailure.of(kind, "X", "x")));
    guarded.process(call("quality"));

    assertThat(guarded.condition()).isEqualTo(ProviderCondition.KEY_REJECTED);
  }

  private void keyRejected() throws InterruptedException {
    var failure = JobFailure.of(FailureKind.KEY_REJECTED, "BAD", "no");
    gemini.then(ScriptedImageProvider.failure(failure));
    guarded.process(call("quality"));
  }

  private void quotaUsedUp(Optional<Duration> retryAfter) throws InterruptedException {
    gemini.then(_ -> new ProviderOutcome.Failed(USED_UP, retryAfter));
    guarded.process(call("quality"));
  }

  private static ProviderCall call(String model) {
    return CallFixture.aCall(new InMemoryMediaStore()::begin)
        .withModel(CatalogueFixtures.aModel(model))
        .build();
  }
}
