package dev.photobridge.fault.ledger;

import java.util.ArrayList;
import java.util.List;

/// Compares what was accepted with what became of it.
public final class Ledger {
  private Ledger() {}

  /// All that does not add up; empty when nothing was lost, mixed up, left over or paid for twice.
  public static List<Violation> violations(Evidence evidence) {
    var violations = new ArrayList<Violation>();
    violations.addAll(new ReplyCheck(evidence).violations());
    violations.addAll(new JobCheck(evidence).violations());
    violations.addAll(new CallCheck(evidence).violations());
    add(violations, Rule.NO_ORPHAN, evidence.storage().filesWithoutRow());
    add(violations, Rule.NO_ROW_WITHOUT_FILE, evidence.storage().rowsWithoutFile());
    add(violations, Rule.NOTHING_EXPIRED, evidence.storage().expired());
    return List.copyOf(violations);
  }

  private static void add(List<Violation> violations, Rule rule, List<String> paths) {
    paths.forEach(path -> violations.add(new Violation(rule, path, "is there")));
  }
}
