package dev.photobridge.application.port.in;

import java.io.IOException;

/// Use case: an operator uploads an image that slots may use.
public interface RegisterMediaUseCase {
  /// Stores the image if it is acceptable.
  ///
  /// @throws IOException when it can't be stored, or the client is gone
  RegisterMediaOutcome register(RegisterMediaCommand command) throws IOException;
}
