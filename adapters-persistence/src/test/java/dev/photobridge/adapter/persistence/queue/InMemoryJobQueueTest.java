package dev.photobridge.adapter.persistence.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobQueueContract;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class InMemoryJobQueueTest extends JobQueueContract {
  private static final ProviderId GEMINI = new ProviderId("gemini");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final RecordedJobs recorded = new RecordedJobs();

  @Override
  protected JobQueue queue(int capacity) {
    return new InMemoryJobQueue(recorded, capacity);
  }

  @Override
  protected JobRepository jobs() {
    return recorded;
  }

  @Test
  void aJobThatCouldNotBeRecordedTakesNoRoom() {
    JobQueue queue = queue(1);
    recorded.broken = true;
    assertThatThrownBy(() -> ignored(queue.submit(job(GEMINI, 0))))
        .isInstanceOf(IllegalStateException.class);

    recorded.broken = false;
    assertThat(queue.isFull()).isFalse();
    assertThat(queue.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());
  }

  @Test
  void aClaimThatCouldNotBeRecordedLeavesTheJobsWaiting() {
    JobQueue queue = queue(5);
    ignored(queue.submit(job(GEMINI, 0)));
    ignored(queue.submit(job(GEMINI, 1)));
    recorded.broken = true;
    assertThatThrownBy(() -> ignored(queue.claim(Map.of(GEMINI, 2), LATER)))
        .isInstanceOf(IllegalStateException.class);

    recorded.broken = false;
    assertThat(queue.claim(Map.of(GEMINI, 2), LATER)).hasSize(2);
  }

  @Test
  void whatCouldBeClaimedBeforeTheRecordBrokeIsHandedOver() {
    JobQueue queue = queue(5);
    ignored(queue.submit(job(GEMINI, 0)));
    ignored(queue.submit(job(GEMINI, 1)));
    recorded.updatesLeft = 1;
    assertThat(queue.claim(Map.of(GEMINI, 2), LATER)).hasSize(1);

    recorded.updatesLeft = Integer.MAX_VALUE;
    assertThat(queue.claim(Map.of(GEMINI, 2), LATER)).hasSize(1);
  }

  private static void ignored(Object value) {
    assertThat(value).isNotNull();
  }

  private static final class RecordedJobs implements JobRepository {
    private final Map<JobId, Job> byId = new ConcurrentHashMap<>();
    private volatile boolean broken;
    private int updatesLeft = Integer.MAX_VALUE;

    @Override
    public void insert(QueuedJob job) {
      if (broken) {
        throw new IllegalStateException("the database is down");
      }
      byId.put(job.id(), job);
    }

    @Override
    public synchronized void update(Job job) {
      if (broken || updatesLeft == 0) {
        throw new IllegalStateException("the database is down");
      }
      updatesLeft--;
      byId.put(job.id(), job);
    }

    @Override
    public Optional<Job> find(JobId id) {
      return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Page<Job> list(Filter filter, int page, int pageSize) {
      return new Page<>(List.copyOf(byId.values()), page, pageSize, byId.size());
    }

    @Override
    public List<Job> open() {
      return byId.values().stream().filter(job -> !(job instanceof FinishedJob)).toList();
    }
  }
}
