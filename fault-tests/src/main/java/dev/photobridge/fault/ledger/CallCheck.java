package dev.photobridge.fault.ledger;

import static java.util.stream.Collectors.groupingBy;

import dev.photobridge.fault.provider.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What was sent to the provider, and whether all of it had to be: each call costs money.
final class CallCheck {
  private final Evidence evidence;
  private final List<Violation> violations = new ArrayList<>();

  CallCheck(Evidence evidence) {
    this.evidence = evidence;
  }

  List<Violation> violations() {
    Set<Integer> withJob = evidence.jobs().stream().map(JobRow::photo).collect(Collectors.toSet());
    evidence.calls().stream()
        .collect(groupingBy(Call::photo))
        .forEach(
            (photo, calls) -> {
              if (photo == Call.UNKNOWN || !withJob.contains(photo)) {
                found(Rule.CALL_HAS_JOB, photo, "%d calls without a job".formatted(calls.size()));
              } else {
                checkRepeats(photo, calls);
              }
            });
    return violations;
  }

  private void checkRepeats(int photo, List<Call> calls) {
    for (int i = 0; i + 1 < calls.size(); i++) {
      Call call = calls.get(i);
      Call next = calls.get(i + 1);
      if (!isExplained(call, next.at())) {
        found(
            Rule.CALLS_EXPLAINED,
            photo,
            "call %d of %s at %s was %s, and call %d came from %s at %s"
                .formatted(
                    i + 1,
                    call.node(),
                    call.at(),
                    call.fault() == null ? "answered" : "failed with " + call.fault(),
                    i + 2,
                    next.node(),
                    next.at()));
      }
    }
  }

  private boolean isExplained(Call call, Instant next) {
    return (call.fault() != null && call.fault().isRepeatable())
        || evidence.isDisturbed(call.node(), call.at(), next)
        || evidence.providerAway().stream().anyMatch(away -> away.touches(call.at(), next));
  }

  private void found(Rule rule, int photo, String what) {
    violations.add(new Violation(rule, "photo " + photo, what));
  }
}
