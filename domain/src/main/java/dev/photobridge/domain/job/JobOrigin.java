package dev.photobridge.domain.job;

/// How a job came about. Only a booth's jobs count in the statistics of its slot; every job counts
/// in what the slot costs.
public sealed interface JobOrigin {
  /// The origin of nearly every job.
  JobOrigin BOOTH = new Booth();

  /// The origin of an operator's test.
  JobOrigin TEST = new Test();

  /// The origins without what they say besides, as tables and filters have them.
  enum Kind {
    /// [Booth].
    BOOTH,
    /// [Test].
    TEST,
    /// [Rerun].
    RERUN
  }

  /// Which of the three it is.
  Kind kind();

  /// A booth sent the photo and waits.
  record Booth() implements JobOrigin {
    @Override
    public Kind kind() {
      return Kind.BOOTH;
    }
  }

  /// An operator tries a slot out.
  record Test() implements JobOrigin {
    @Override
    public Kind kind() {
      return Kind.TEST;
    }
  }

  /// An operator has a job run again.
  ///
  /// @param of that job
  record Rerun(JobId of) implements JobOrigin {
    @Override
    public Kind kind() {
      return Kind.RERUN;
    }
  }
}
