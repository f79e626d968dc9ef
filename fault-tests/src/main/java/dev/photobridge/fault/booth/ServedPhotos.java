package dev.photobridge.fault.booth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When each booth got its photos processed. Safe for use by many threads.
final class ServedPhotos {
  private final List<List<Served>> byBooth = new ArrayList<>();

  private record Served(Instant sentAt, Instant at) {}

  ServedPhotos(int booths) {
    for (int i = 0; i < booths; i++) {
      byBooth.add(new ArrayList<>());
    }
  }

  synchronized void add(int booth, Post post) {
    byBooth.get(booth).add(new Served(post.sentAt(), post.endedAt()));
  }

  /// Whether every booth has got a photo that it sent after this moment.
  synchronized boolean allSentAfter(Instant moment) {
    return byBooth.stream()
        .allMatch(photos -> !photos.isEmpty() && photos.getLast().sentAt().isAfter(moment));
  }

  /// Whether every booth has got more than so many photos since this moment.
  synchronized boolean allHaveMoreThan(int photos, Instant since) {
    return byBooth.stream().allMatch(served -> since(served, since).size() > photos);
  }

  /// Photos a second: those of each booth over its own time, from the first photo since this moment
  /// on, all booths together. So it does not matter whether booths keep step.
  ///
  /// @param photos so many after the first one of each booth, at most
  synchronized double rate(int photos, Instant since) {
    return byBooth.stream().mapToDouble(served -> rate(since(served, since), photos)).sum();
  }

  private static double rate(List<Instant> served, int photos) {
    int last = Math.min(served.size() - 1, photos);
    if (last < 1) {
      return 0;
    }
    return last * 1e3 / Duration.between(served.getFirst(), served.get(last)).toMillis();
  }

  private static List<Instant> since(List<Served> served, Instant moment) {
    return served.stream().map(Served::at).filter(at -> at.isAfter(moment)).toList();
  }
}
