package dev.photobridge.fault;

import dev.photobridge.fault.ledger.Rule;
import dev.photobridge.fault.ledger.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whether everything went on as before after each fault.
final class Recovery {
  /// So much of the rate before a fault has to come back.
  static final double SAME_RATE = 0.95;

  private Recovery() {}

  static List<Violation> violations(List<FaultRecord> records) {
    var violations = new ArrayList<Violation>();
    for (FaultRecord record : records) {
      String title = record.fault().title();
      if (!record.recovered()) {
        violations.add(new Violation(Rule.RECOVERED, title, "not every booth was served again"));
      }
      if (record.ratio() < SAME_RATE) {
        violations.add(
            new Violation(
                Rule.RECOVERED,
                title,
                String.format(
                    Locale.ROOT,
                    "%.1f photos/s before, then %s",
                    record.before(),
                    record.after())));
      }
    }
    return violations;
  }
}
