package dev.photobridge.benchmark.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.IntStream;

/// db-scheduler in its quickest setting (its README, "Polling strategies"): each look locks and
/// fetches as many as its threads can take, and looks again when half of them are done.
final class SchedulerPeer implements QueuePeer {
  private static final String TABLE =
      """
      CREATE TABLE scheduled_tasks (
        task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
        execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,
        last_success timestamptz, last_failure timestamptz, consecutive_failures int,
        last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
        PRIMARY KEY (task_name, task_instance));
      CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time);
      CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat);
      CREATE INDEX priority_execution_time_idx
        ON scheduled_tasks (priority DESC, execution_time ASC);
      """;
  private static final String IS_EMPTY = "SELECT NOT EXISTS (SELECT FROM scheduled_tasks)";
  private static final double LOWER_LIMIT = 0.5;
  private static final double UPPER_LIMIT = 1;

  /// All that the server takes, over all nodes.
  private static final int CONNECTIONS = 48;

  private final BenchmarkDatabase database;

  private SchedulerPeer(BenchmarkDatabase database) {
    this.database = database;
  }

  static SchedulerPeer in(BenchmarkDatabase database) throws Exception {
    database.run(TABLE);
    return new SchedulerPeer(database);
  }

  @Override
  public Duration burnDown(int jobs, Setting setting) throws Exception {
    var started = new CountDownLatch(jobs);
    OneTimeTask<Void> task = Tasks.oneTime("nothing").execute((_, _) -> started.countDown());
    try (var nodes = new Closing()) {
      var schedulers = new ArrayList<Scheduler>();
      for (int node = 0; node < setting.nodes(); node++) {
        schedulers.add(scheduler(nodes, task, setting, node).build());
      }
      Instant due = Instant.now();
      List<TaskInstance<?>> instances = new ArrayList<>();
      IntStream.range(0, jobs).forEach(i -> instances.add(task.instance("job-" + i)));
      schedulers.getFirst().scheduleBatch(instances, due);
      database.run("VACUUM ANALYZE scheduled_tasks");
      long begin = System.nanoTime();
      for (Scheduler scheduler : schedulers) {
        nodes.add(scheduler::stop);
        scheduler.start();
      }
      Timing.await(started);
      database.await(IS_EMPTY);
      return Duration.ofNanos(System.nanoTime() - begin);
    }
  }

  @Override
  public List<Duration> startLatencies(int jobs) throws Exception {
    var begun = new SynchronousQueue<Long>();
    OneTimeTask<Void> task =
        Tasks.oneTime("nothing").execute((_, _) -> hand(begun, System.nanoTime()));
    try (var nodes = new Closing()) {
      Scheduler scheduler =
          scheduler(nodes, task, new Setting(1, QueueBenchmark.PLACES), 0)
              .enableImmediateExecution()
              .build();
      nodes.add(scheduler::stop);
      scheduler.start();
      var latencies = new ArrayList<Duration>();
      for (int i = 0; i < jobs; i++) {
        long begin = System.nanoTime();
        scheduler.schedule(task.instance("job-" + i), Instant.now());
        latencies.add(Duration.ofNanos(begun.take() - begin));
        database.await(IS_EMPTY);
      }
      return latencies;
    }
  }

  private static void hand(SynchronousQueue<Long> begun, long at) {
    try {
      begun.put(at);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private SchedulerBuilder scheduler(
      Closing nodes, OneTimeTask<Void> task, Setting setting, int node) {
    HikariDataSource pool = pool(database.settings(), CONNECTIONS / setting.nodes());
    nodes.add(pool::close);
    return Scheduler.create(pool, task)
        .schedulerName(new SchedulerName.Fixed("node-" + node))
        .threads(setting.places())
        .pollUsingLockAndFetch(LOWER_LIMIT, UPPER_LIMIT)
        .pollingInterval(Duration.ofMillis(500));
  }

  private static HikariDataSource pool(DatabaseSettings settings, int connections) {
    var config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(Math.min(connections, QueueBenchmark.PLACES + 2));
    return new HikariDataSource(config);
  }
}
