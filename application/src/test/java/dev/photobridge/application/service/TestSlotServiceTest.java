package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.ACCOUNTS;
import static dev.photobridge.domain.testing.SlotFixtures.FIRST;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.aSetup;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static dev.photobridge.domain.testing.SlotFixtures.anEffect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.TestSlotCommand;
import dev.photobridge.application.port.in.TestSlotOutcome;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.domain.stats.ProcessingOrigin;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestSlotServiceTest {
  private static final SlotRules RULES =
      new SlotRules(new FailureReply.OriginalPhoto(), anEffect(), true, 3, null);

  private final TestBridge bridge = new TestBridge(aCatalogue(), 1);
  private final List<SettingsProblem> problems = new ArrayList<>();
  private final SlotImages images =
      new SlotImages(
          ACCOUNTS, aCatalogue(), bridge.slots, bridge.media, TestBridge.RETENTION, bridge.clock);
  private final TestSlotService service =
      new TestSlotService(
          bridge.slots,
          new IngestSlots(ACCOUNTS, bridge.slots, aCatalogue(), 100_000_000L, 16),
          new SetupCheck(aCatalogue(), (_, _) -> problems, images),
          bridge.media,
          bridge.operators,
          new JobViews(bridge.jobs, bridge.media, new RunningClaims(), bridge.clock),
          bridge.clock);

  private MediaId photo = aMediaId(1);

  @BeforeEach
  void prepare() {
    photo = bridge.media.upload(aPhoto().build(), RECEIVED_AT.plusSeconds(900)).id();
    bridge.slots.put(aSlot().withRules(RULES).build());
  }

  private TestSlotOutcome tested(SlotAddress address, TestSlotCommand.@Nullable Unsaved unsaved)
      throws IOException {
    return service.test(
        new TestSlotCommand(address, photo, unsaved, Map.of("survey1", "a cat", "password", "x")));
  }

  private TestSlotOutcome tested() throws IOException {
    return tested(FIRST, null);
  }

  private static TestSlotCommand.Unsaved unsaved(SlotSetup setup, @Nullable SlotSetup fallback) {
    return new TestSlotCommand.Unsaved(setup, fallback);
  }

  private static JobOrder orderOf(TestSlotOutcome outcome) {
    assertThat(outcome).isInstanceOf(TestSlotOutcome.Queued.class);
    return ((TestSlotOutcome.Queued) outcome).job().job().order();
  }

  @Test
  void theSavedSettingsRunWithTheSlotsRules() throws IOException {
    JobOrder order = orderOf(tested());

    assertThat(order.slot()).isEqualTo(FIRST);
    assertThat(order.origin()).isEqualTo(JobOrigin.TEST);
    assertThat(order.setup()).isEqualTo(aSetup());
    assertThat(order.fallback()).isEqualTo(anEffect());
    assertThat(order.slotParallelLimit()).isEqualTo(3);
    assertThat(order.fields()).isEqualTo(Map.of("survey1", "a cat"));
    assertThat(bridge.media.find(order.source()).orElseThrow().kind()).isEqualTo(MediaKind.SOURCE);
    assertThat(order.source()).isNotEqualTo(photo);
  }

  @Test
  void unsavedSettingsRunAndAreNotSaved() throws IOException {
    JobOrder order = orderOf(tested(FIRST, unsaved(anEffect(), null)));

    assertThat(order.setup()).isEqualTo(anEffect());
    assertThat(order.fallback()).isNull();
    assertThat(order.slotParallelLimit()).isEqualTo(3);
    assertThat(bridge.slots.find(FIRST)).contains(aSlot().withRules(RULES).build());
  }

  @Test
  void aFreeSlotRunsUnsavedSettingsOnly() throws IOException {
    bridge.slots.put(aSlot().withoutSetup().build());

    assertThat(tested()).isEqualTo(new TestSlotOutcome.SlotNotConfigured());
    assertThat(orderOf(tested(FIRST, unsaved(aSetup(), anEffect()))).fallback())
        .isEqualTo(anEffect());
  }

  @Test
  void aSlotWhoseOperationIsGoneIsNotConfiguredAsForABooth() throws IOException {
    bridge.slots.put(aSlot().withOperation(new OperationId("gone")).build());

    assertThat(tested()).isEqualTo(new TestSlotOutcome.SlotNotConfigured());
  }

  @Test
  void anotherAccountsSlotIsAnotherSlot() throws IOException {
    assertThat(tested(address(IGOR, 1), unsaved(aSetup(), null)))
        .isEqualTo(new TestSlotOutcome.SlotUnknown());
  }

  @Test
  void unsavedSettingsThatCouldNotBeSavedAreRefused() throws IOException {
    problems.add(SettingsProblem.of("prompt", "too_short", Map.of("limit", "1")));

    assertThat(tested(FIRST, unsaved(aSetup(), null)))
        .isEqualTo(
            new TestSlotOutcome.SetupRefused(
                new UpdateSlotOutcome.SettingsInvalid(SlotPart.SETUP, problems)));
    problems.clear();
    assertThat(tested(FIRST, unsaved(aSetup(), aSetup())))
        .isEqualTo(new TestSlotOutcome.SetupRefused(new UpdateSlotOutcome.FallbackIsSetup()));
    assertThat(bridge.jobs.all()).isEmpty();
  }

  @Test
  void aPhotoThatIsNoUploadOrHasExpiredIsMissing() throws IOException {
    MediaId uploaded = photo;
    photo = orderOf(tested()).source();
    assertThat(tested()).as("a job's own photo").isEqualTo(new TestSlotOutcome.PhotoMissing());
    photo = aMediaId(404);
    assertThat(tested()).isEqualTo(new TestSlotOutcome.PhotoMissing());
    photo = uploaded;
    bridge.clock.advance(Duration.ofMinutes(15));
    assertThat(tested()).isEqualTo(new TestSlotOutcome.PhotoMissing());
  }

  @Test
  void aPhotoThatNoBoothCouldSendIsRefused() throws IOException {
    photo =
        bridge.media.upload(aPhoto().withSize(15, 15).build(), RECEIVED_AT.plusSeconds(900)).id();

    assertThat(tested())
        .isInstanceOfSatisfying(
            TestSlotOutcome.PhotoRefused.class,
            refused -> assertThat(refused.why()).isInstanceOf(PhotoRefusal.TooSmall.class));
  }

  @Test
  void aFullAndAClosedQueueTakeNoTest() throws IOException {
    tested();
    assertThat(tested()).isEqualTo(new TestSlotOutcome.QueueFull());
    bridge.queue.close();
    assertThat(tested()).isEqualTo(new TestSlotOutcome.Stopping());
  }

  @Test
  void itsEndCountsAsAnOperatorsCost() throws Exception {
    JobOrder order = orderOf(tested());
    FinishedJob ended;
    try (var waiter = bridge.waiters.register(order.id())) {
      bridge.engine.start();
      ended = waiter.within(Duration.ofMinutes(1)).join().orElseThrow();
    } finally {
      bridge.stop();
    }

    assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.log.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.origin()).isEqualTo(ProcessingOrigin.OPERATOR);
              assertThat(row.slot()).isEqualTo(FIRST);
              assertThat(row.cost()).isEqualTo(TestBridge.PRICE);
            });
  }
}
