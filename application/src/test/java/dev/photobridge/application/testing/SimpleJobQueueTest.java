package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.ServedQueueContract;
import dev.photobridge.domain.provider.ProviderCatalogue;

class SimpleJobQueueTest extends ServedQueueContract {
  private final InMemoryJobRepository jobs = new InMemoryJobRepository();

  @Override
  protected JobQueue queue(int capacity, ProviderCatalogue catalogue) {
    return new SimpleJobQueue(jobs, catalogue, capacity);
  }

  @Override
  protected JobRepository jobs() {
    return jobs;
  }
}
