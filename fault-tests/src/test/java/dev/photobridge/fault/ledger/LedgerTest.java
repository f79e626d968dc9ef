package dev.photobridge.fault.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.fault.booth.Post;
import dev.photobridge.fault.booth.PostOutcome;
import dev.photobridge.fault.provider.Call;
import dev.photobridge.fault.provider.ProviderFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Two photos that went well, and one thing at a time that did not.
class LedgerTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private final List<Post> posts = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<JobRow> jobs = new ArrayList<>();
  private final Map<String, String> fetched = new HashMap<>();
  private final List<Disturbance> disturbances = new ArrayList<>();
  private final List<FaultTime> providerAway = new ArrayList<>();
  private final List<FaultTime> faults = new ArrayList<>();
  private final List<String> orphans = new ArrayList<>();
  private final List<String> rowsWithoutFile = new ArrayList<>();
  private final List<String> expired = new ArrayList<>();

  LedgerTest() {
    for (int photo : new int[] {1, 2}) {
      posts.add(post(photo, new PostOutcome.Processed("job-" + photo, "result-" + photo)));
      calls.add(call(photo, 1, "node-a", 1, null));
      jobs.add(job(photo, "SUCCEEDED", "result-" + photo));
    }
  }

  @Test
  void isCleanWhereEveryPhotoWentWell() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void seesAResultInAnotherPhotosReply() {
    posts.set(0, post(1, new PostOutcome.Processed("job-1", "result-2")));

    assertThat(violations()).contains(Rule.RIGHT_BYTES);
  }

  @Test
  void seesBytesThatTheProviderNeverSent() {
    posts.set(0, post(1, new PostOutcome.Processed("job-1", "half a result")));

    assertThat(violations()).contains(Rule.RIGHT_BYTES);
  }

  @Test
  void seesAReplyThatNamesAnotherPhotosJob() {
    posts.set(0, post(1, new PostOutcome.Processed("job-2", "result-1")));

    assertThat(violations()).containsExactly(Rule.RIGHT_BYTES);
  }

  @Test
  void seesAKeptResultThatIsAnotherPhotos() {
    jobs.set(0, job(1, "SUCCEEDED", "result-2"));

    assertThat(violations()).contains(Rule.RIGHT_BYTES);
  }

  @Test
  void seesThatAnotherResultIsKeptThanTheBoothGot() {
    calls.add(call(1, 2, "node-b", 2, null, "second result"));
    disturbances.add(new Disturbance("node-a", at(1), at(3)));
    jobs.set(0, job(1, "SUCCEEDED", "second result"));

    assertThat(violations()).containsExactly(Rule.SAME_BYTES);
  }

  @Test
  void seesAPhotoWhoseJobIsGone() {
    jobs.removeFirst();

    assertThat(violations()).contains(Rule.NO_JOB_LOST, Rule.CALL_HAS_JOB);
  }

  @Test
  void seesAJobThatABoothWasToldOfAndThatIsGone() {
    faults.add(new FaultTime("a fault", at(0), at(9)));
    posts.set(0, post(1, new PostOutcome.Refused(504, "deadline_passed", "job-9")));
    fetched.put("job-1", "result-1");

    assertThat(violations()).containsExactly(Rule.NO_JOB_LOST);
  }

  @Test
  void seesAResultOfAJobThatFailed() {
    faults.add(new FaultTime("a fault", at(0), at(9)));
    jobs.set(0, job(1, "FAILED", null));

    assertThat(violations()).containsExactly(Rule.NO_JOB_LOST);
  }

  @Test
  void seesAJobThatNeverEnds() {
    posts.set(0, post(1, new PostOutcome.Broken("reset")));
    disturbances.add(new Disturbance("node-a", at(0), at(3)));
    jobs.set(0, job(1, "RUNNING", null));

    assertThat(violations()).containsExactly(Rule.NO_JOB_STUCK);
  }

  @Test
  void seesAPhotoWithTwoJobs() {
    jobs.add(new JobRow("job-3", "slot-001", 1, "SUCCEEDED", 0, null, "result-1"));

    assertThat(violations()).containsExactly(Rule.ONE_JOB);
  }

  @Test
  void seesALateResultThatCantBeFetched() {
    faults.add(new FaultTime("a fault", at(0), at(9)));
    posts.set(0, post(1, new PostOutcome.Refused(504, "deadline_passed", "job-1")));
    jobs.set(0, job(1, "SUCCEEDED_LATE", "result-1"));
    fetched.put("job-1", "status 404");

    assertThat(violations()).containsExactly(Rule.RESULT_THERE);
  }

  @Test
  void takesALateResultThatCanBeFetched() {
    faults.add(new FaultTime("a fault", at(0), at(9)));
    posts.set(0, post(1, new PostOutcome.Refused(504, "deadline_passed", "job-1")));
    jobs.set(0, job(1, "SUCCEEDED_LATE", "result-1"));
    fetched.put("job-1", "result-1");

    assertThat(violations()).isEmpty();
  }

  @Test
  void seesAResultWithoutItsFile() {
    jobs.set(0, job(1, "SUCCEEDED", null));

    assertThat(violations()).containsExactly(Rule.RESULT_THERE);
  }

  @Test
  void seesAnErrorWithoutAName() {
    faults.add(new FaultTime("a fault", at(0), at(9)));
    jobs.removeFirst();
    calls.removeFirst();
    posts.set(0, post(1, new PostOutcome.Refused(500, "internal_error", null)));
    assertThat(violations()).containsExactly(Rule.NAMED_ERROR);

    posts.set(0, post(1, new PostOutcome.Refused(502, null, null)));
    assertThat(violations()).containsExactly(Rule.NAMED_ERROR);

    posts.set(0, post(1, new PostOutcome.Refused(504, "deadline_passed", null)));
    assertThat(violations()).containsExactly(Rule.NAMED_ERROR);
  }

  @Test
  void seesAFailureWithoutACause() {
    faults.add(
        new FaultTime("a fault long before", START.minusSeconds(60), START.minusSeconds(30)));
    jobs.set(0, job(1, "FAILED", null));
    posts.set(0, post(1, new PostOutcome.Refused(503, "provider_unavailable", "job-1")));

    assertThat(violations()).containsExactly(Rule.CAUSED, Rule.CAUSED);
  }

  @Test
  void seesAGoodPhotoBlamedWhateverWasBroken() {
    faults.add(new FaultTime("a fault", at(0), at(9)));
    jobs.removeFirst();
    calls.removeFirst();
    posts.set(0, post(1, new PostOutcome.Refused(400, "upload_incomplete", null)));

    assertThat(violations()).containsExactly(Rule.CAUSED);
  }

  @Test
  void seesAConnectionThatBrokeThoughItsNodeWasThere() {
    disturbances.add(new Disturbance("node-b", at(0), at(3)));
    fetched.put("job-1", "result-1");
    posts.set(0, post(1, new PostOutcome.Broken("reset")));
    assertThat(violations()).containsExactly(Rule.CONNECTION_KEPT);

    disturbances.add(new Disturbance("node-a", at(0), at(3)));
    assertThat(violations()).isEmpty();
  }

  @Test
  void seesACallThatNothingExplains() {
    calls.add(call(1, 2, "node-b", 2, null));
    assertThat(violations()).containsExactly(Rule.CALLS_EXPLAINED);

    disturbances.add(new Disturbance("node-b", at(0), at(3)));
    assertThat(violations()).as("another node was killed").isNotEmpty();

    disturbances.add(new Disturbance("node-a", at(1), at(3)));
    assertThat(violations()).as("its own node was killed").isEmpty();
  }

  @Test
  void oneKillExplainsOneCall() {
    disturbances.add(new Disturbance("node-a", at(1), at(1)));
    calls.add(call(1, 2, "node-b", 2, null));
    assertThat(violations()).isEmpty();

    calls.add(call(1, 3, "node-b", 3, null));
    assertThat(violations()).containsExactly(Rule.CALLS_EXPLAINED);
  }

  @Test
  void aFaultOfTheProviderExplainsARepeatOnlyIfItMayBeRepeated() {
    calls.add(call(1, 2, "node-a", 2, null));
    calls.set(0, call(1, 1, "node-a", 1, ProviderFault.OVERLOADED));
    assertThat(violations()).doesNotContain(Rule.CALLS_EXPLAINED);

    calls.set(0, call(1, 1, "node-a", 1, ProviderFault.SAFETY_BLOCK));
    assertThat(violations()).contains(Rule.CALLS_EXPLAINED);
  }

  @Test
  void aProviderThatWasAwayExplainsARepeat() {
    calls.add(call(1, 2, "node-a", 3, null));
    providerAway.add(new FaultTime("away", at(2), at(3)));

    assertThat(violations()).isEmpty();
  }

  @Test
  void seesACallOfNobodysPhoto() {
    calls.add(call(Call.UNKNOWN, 1, "node-a", 1, null));

    assertThat(violations()).containsExactly(Rule.CALL_HAS_JOB);
  }

  @Test
  void seesWhatIsLeftOnTheDisk() {
    orphans.add("incoming/draft.part");
    rowsWithoutFile.add("result/00/lost.jpg");
    expired.add("source/00/old.jpg");

    assertThat(violations())
        .containsExactly(Rule.NO_ORPHAN, Rule.NO_ROW_WITHOUT_FILE, Rule.NOTHING_EXPIRED);
  }

  @Test
  void measuresHowLongJobsOfAKilledNodeWaited() {
    calls.set(0, call(1, 1, "node-a", 1, null));
    calls.add(call(1, 2, "node-b", 13, null));
    List<Disturbance> kills = List.of(new Disturbance("node-a", START.plusMillis(1_200), at(5)));

    assertThat(OrphanTimes.of(calls, kills, Duration.ofMillis(400)))
        .containsExactly(Duration.ofMillis(11_800));
    assertThat(OrphanTimes.of(calls, kills, Duration.ofMillis(100)))
        .as("was answered before the kill")
        .isEmpty();
  }

  private List<Rule> violations() {
    var evidence =
        new Evidence(
            posts,
            calls,
            jobs,
            fetched,
            disturbances,
            providerAway,
            faults,
            new StorageState(orphans, rowsWithoutFile, expired));
    return Ledger.violations(evidence).stream().map(Violation::rule).toList();
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private static Post post(int photo, PostOutcome outcome) {
    return new Post(photo, "slot-001", "node-a", at(0), at(4), outcome);
  }

  private static Call call(
      int photo, int number, String node, int second, @Nullable ProviderFault fault) {
    return call(photo, number, node, second, fault, fault == null ? "result-" + photo : null);
  }

  private static Call call(
      int photo,
      int number,
      String node,
      int second,
      @Nullable ProviderFault fault,
      @Nullable String result) {
    return new Call(photo, number, node, at(second), fault, result);
  }

  private static JobRow job(int photo, String state, @Nullable String kept) {
    return new JobRow("job-" + photo, "slot-001", photo, state, 0, null, kept);
  }
}
