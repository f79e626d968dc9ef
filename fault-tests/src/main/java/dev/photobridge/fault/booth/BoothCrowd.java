package dev.photobridge.fault.booth;

import dev.photobridge.fault.installation.Conditions;
import dev.photobridge.fault.installation.IngestLinks;
import dev.photobridge.fault.photo.NumberedPhotos;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Several booths, each with slots of its own and a node that it posts at, each posting one photo
/// after the other until they are stopped. No photo is posted twice.
public final class BoothCrowd implements AutoCloseable {
  /// Every booth changes between so many slots.
  public static final int SLOTS_EACH = 2;

  /// What a booth waits after a failure.
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final NumberedPhotos photos;
  private final IngestLinks links;
  private final InstantSource clock;
  private final List<Booth> booths = new ArrayList<>();
  private final List<Post> posts = new ArrayList<>();
  private final ServedPhotos served;
  private final AtomicInteger numbers = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopping;

  /// @param patience how long a booth waits for an answer
  public BoothCrowd(
      NumberedPhotos photos, IngestLinks links, int size, Duration patience, InstantSource clock) {
    this.photos = photos;
    this.links = links;
    this.clock = clock;
    this.served = new ServedPhotos(size);
    for (int i = 0; i < size; i++) {
      booths.add(new Booth("booth-" + i, links.password(), patience, clock));
    }
  }

  /// Begins to post.
  public void start() {
    for (int i = 0; i < booths.size(); i++) {
      int booth = i;
      var _ = threads.submit(() -> work(booth));
    }
  }

  /// Lets the photos under way come to their end and posts no more.
  public void finish() {
    stopping = true;
    threads.close();
  }

  /// Those booths that wait for an answer go away.
  public void leave() {
    booths.forEach(Booth::leave);
  }

  /// What was posted until now and has come to its end.
  public List<Post> posts() {
    synchronized (posts) {
      return List.copyOf(posts);
    }
  }

  /// Measures how many photos a second the booths get now.
  ///
  /// @param photos of each booth, over which it is measured
  /// @param longest after which those count that there are
  public double rate(int photos, Duration longest) {
    Instant begin = clock.instant();
    Conditions.await(() -> served.allHaveMoreThan(photos, begin), longest);
    return served.rate(photos, begin);
  }

  /// Waits until every booth got a photo processed that it posted after this moment.
  ///
  /// @return whether that came about in time
  public boolean awaitAllServed(Instant since, Duration longest) {
    return Conditions.await(() -> served.allSentAfter(since), longest);
  }

  @Override
  public void close() {
    stopping = true;
    threads.shutdownNow();
    threads.close();
  }

  private Void work(int booth) throws InterruptedException {
    for (int turn = 0; !stopping; turn++) {
      int slot = booth * SLOTS_EACH + turn % SLOTS_EACH + 1;
      Post post = posted(booth, slot);
      synchronized (posts) {
        posts.add(post);
      }
      if (post.isServed()) {
        served.add(booth, post);
      } else {
        Thread.sleep(PAUSE);
      }
    }
    return null;
  }

  private Post posted(int booth, int slot) throws InterruptedException {
    IngestLinks.Link link = links.of(booth, slot);
    int number = numbers.incrementAndGet();
    byte[] photo = photos.photo(number);
    Instant sentAt = clock.instant();
    PostOutcome outcome = booths.get(booth).post(link.uri(), number, photo);
    return new Post(number, link.slot(), link.node(), sentAt, clock.instant(), outcome);
  }
}
