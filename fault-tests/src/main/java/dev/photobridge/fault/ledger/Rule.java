package dev.photobridge.fault.ledger;

/// What must hold, whatever was broken.
public enum Rule {
  RIGHT_BYTES("a 200 carries a result that the provider made for this very photo"),
  SAME_BYTES("the result that is kept is the one that the booth got"),
  NAMED_ERROR("every error is one of the contract's, and not `internal_error`"),
  NO_JOB_LOST("a job that a booth was told of has its row, and a 200 a row that succeeded"),
  NO_JOB_STUCK("every job has ended"),
  ONE_JOB("a photo that was posted once has one job at most"),
  RESULT_THERE("the result of every job that succeeded can be fetched"),
  CAUSED("a failure has a cause: some fault was going on"),
  CONNECTION_KEPT("a connection breaks only if its node was killed, stopped or frozen"),
  CALLS_EXPLAINED("calls of a photo ≤ 1 + faults of the provider + kills that hit it"),
  CALL_HAS_JOB("whatever is sent to the provider belongs to a job"),
  NO_ORPHAN("no file without a row past its time, and no draft"),
  NO_ROW_WITHOUT_FILE("no row without its file"),
  NOTHING_EXPIRED("nothing is kept past its time"),
  RECOVERED("every booth is served again, as fast as before");

  private final String promise;

  Rule(String promise) {
    this.promise = promise;
  }

  /// The rule in words.
  public String promise() {
    return promise;
  }
}
