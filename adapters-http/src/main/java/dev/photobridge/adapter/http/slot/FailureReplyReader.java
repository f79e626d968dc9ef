package dev.photobridge.adapter.http.slot;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.openapi.model.FailureReplyDto;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what a booth gets in place of a processed photo. What can't be meant is refused with an
/// [ErrorAnswerException].
///
/// @param part whose effect it may name
/// @param pointer where it stands in the body
record FailureReplyReader(SlotPart part, String pointer) {
  /// The reply; an error where there is none.
  FailureReply read(@Nullable FailureReplyDto reply) {
    if (reply == null) {
      return new FailureReply.ErrorStatus();
    }
    return switch (reply.kind()) {
      case ERROR_STATUS -> alone(reply, new FailureReply.ErrorStatus());
      case ORIGINAL_PHOTO -> alone(reply, new FailureReply.OriginalPhoto());
      case LOCAL_EFFECT -> localEffect(reply);
    };
  }

  private FailureReply alone(FailureReplyDto reply, FailureReply read) {
    if (reply.operationId() != null) {
      throw invalid("/operation_id", "unexpected").asException();
    }
    if (reply.settingsJson() != null) {
      throw invalid("/settings_json", "unexpected").asException();
    }
    return read;
  }

  private FailureReply localEffect(FailureReplyDto reply) {
    String operation = reply.operationId();
    if (operation == null) {
      throw invalid("/operation_id", "missing").asException();
    }
    Map<String, Object> settings = reply.settingsJson();
    if (settings == null) {
      throw invalid("/settings_json", "missing").asException();
    }
    return new FailureReply.LocalEffect(
        SlotUpdateReader.setup(part, ProviderId.LOCAL.value(), operation, settings));
  }

  private ErrorAnswer invalid(String field, String reason) {
    return SlotUpdateReader.invalid(pointer + field, reason);
  }
}
