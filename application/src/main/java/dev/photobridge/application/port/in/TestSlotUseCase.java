package dev.photobridge.application.port.in;

import java.io.IOException;

/// Use case: an operator tries a slot out.
public interface TestSlotUseCase {
  /// Queues a job that goes the very way of a booth's.
  ///
  /// @throws IOException when the photo can't be copied, such as on a full disk
  TestSlotOutcome test(TestSlotCommand command) throws IOException;
}
