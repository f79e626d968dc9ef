package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobQueueContract;
import dev.photobridge.application.port.out.JobRepository;

class SimpleJobQueueTest extends JobQueueContract {
  private final InMemoryJobRepository jobs = new InMemoryJobRepository();

  @Override
  protected JobQueue queue(int capacity) {
    return new SimpleJobQueue(jobs, capacity);
  }

  @Override
  protected JobRepository jobs() {
    return jobs;
  }
}
