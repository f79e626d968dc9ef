package dev.photobridge.fault.ledger;

import static java.util.stream.Collectors.groupingBy;

import dev.photobridge.fault.provider.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long after a kill the jobs of the killed node were running again.
public final class OrphanTimes {
  private OrphanTimes() {}

  /// From each kill to the next call of every photo that the killed node was waiting for, shortest
  /// first.
  ///
  /// @param kills when which node was killed
  /// @param answerIn what the provider takes to answer; calls older than that are none of the
  ///   killed
  public static List<Duration> of(List<Call> calls, List<Disturbance> kills, Duration answerIn) {
    Map<Integer, List<Call>> byPhoto = calls.stream().collect(groupingBy(Call::photo));
    var times = new ArrayList<Duration>();
    for (Disturbance kill : kills) {
      for (List<Call> photo : byPhoto.values()) {
        for (int i = 0; i + 1 < photo.size(); i++) {
          if (isUnderWay(photo.get(i), kill, answerIn)) {
            times.add(Duration.between(kill.from(), photo.get(i + 1).at()));
          }
        }
      }
    }
    times.sort(null);
    return times;
  }

  private static boolean isUnderWay(Call call, Disturbance kill, Duration answerIn) {
    Instant answer = call.at().plus(answerIn);
    return call.node().equals(kill.node())
        && call.fault() == null
        && !call.at().isAfter(kill.from())
        && answer.isAfter(kill.from());
  }
}
