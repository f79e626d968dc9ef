package dev.photobridge.fault.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Every call there was. Safe for use by many threads.
final class CallBook {
  private final List<Call> calls = new ArrayList<>();
  private final Map<Integer, AtomicInteger> numbers = new ConcurrentHashMap<>();

  /// Which call for this photo the next one is.
  int next(int photo) {
    return numbers.computeIfAbsent(photo, _ -> new AtomicInteger()).incrementAndGet();
  }

  /// Notes a call when it comes.
  ///
  /// @return where it stands
  synchronized int begin(Call call) {
    calls.add(call);
    return calls.size() - 1;
  }

  /// Notes what became of it.
  synchronized void end(int place, Call call) {
    calls.set(place, call);
  }

  synchronized List<Call> all() {
    return List.copyOf(calls);
  }
}
