package dev.photobridge.fault.schedule;

import dev.photobridge.fault.provider.ProviderFault;
import java.util.Locale;

/// Something that is broken on purpose.
public sealed interface Fault {
  /// What tables call it.
  String title();

  /// Nodes are killed (`kill -9`) and started again, at random moments under load.
  ///
  /// @param times how often, one after the other
  record Kills(int times) implements Fault {
    @Override
    public String title() {
      return "node killed (SIGKILL)";
    }
  }

  /// A node stands still for longer than its leases, and then goes on (SIGSTOP, SIGCONT).
  record Freeze() implements Fault {
    @Override
    public String title() {
      return "node frozen past its leases (SIGSTOP)";
    }
  }

  /// A node is stopped as it should be (SIGTERM) and started again.
  record Restart() implements Fault {
    @Override
    public String title() {
      return "node stopped (SIGTERM)";
    }
  }

  /// PostgreSQL.
  record Database(DatabaseFault kind) implements Fault {
    @Override
    public String title() {
      return kind.title();
    }
  }

  /// The provider fails some calls.
  record Provider(ProviderFault kind) implements Fault {
    @Override
    public String title() {
      return "provider: " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /// The disk with the images has no room left, and gets it back.
  record DiskFull() implements Fault {
    @Override
    public String title() {
      return "disk full";
    }
  }

  /// Booths go away while they wait.
  record BoothsLeave() implements Fault {
    @Override
    public String title() {
      return "booths gone while they wait";
    }
  }
}
