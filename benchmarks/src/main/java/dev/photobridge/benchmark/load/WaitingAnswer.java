package dev.photobridge.benchmark.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a booth got after its wait.
///
/// @param what a status or a mishap
/// @param begun when its first byte was sent, by `System.nanoTime`
/// @param ended when it had the answer
record WaitingAnswer(String what, long begun, long ended) {
  /// The answer of a server whose time is over.
  static final String TOO_LATE = "status 504";

  boolean isTooLate() {
    return what.equals(TOO_LATE);
  }

  /// How long it waited.
  double seconds() {
    return (ended - begun) / 1e9;
  }

  /// How many of these were under way at once, at most.
  static int mostAtOnce(List<WaitingAnswer> answers) {
    // ends come before beginnings of the same moment
    List<long[]> steps =
        answers.stream()
            .flatMap(
                answer -> Stream.of(new long[] {answer.begun, 1}, new long[] {answer.ended, -1}))
            .sorted((a, b) -> a[0] == b[0] ? Long.compare(a[1], b[1]) : Long.compare(a[0], b[0]))
            .toList();
    int now = 0;
    int most = 0;
    for (long[] step : steps) {
      now += (int) step[1];
      most = Math.max(most, now);
    }
    return most;
  }

  /// How often there was what.
  static Map<String, Long> counted(List<WaitingAnswer> answers) {
    return answers.stream()
        .collect(Collectors.groupingBy(WaitingAnswer::what, TreeMap::new, Collectors.counting()));
  }
}
