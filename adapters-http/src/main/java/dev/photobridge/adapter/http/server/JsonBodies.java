package dev.photobridge.adapter.http.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.contract.RequestBinding;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.openapi.model.ErrorCodeDto;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes calls of requests, and reads JSON bodies up to a limit.
final class JsonBodies implements RequestBinding<ApiCall> {
  static final int MAX_BYTES = 1024 * 1024;

  /// How Jackson says that a required field is absent; it has no type for it.
  private static final String ABSENT = "Missing required creator property";

  /// The one character that no database takes; JSON allows it only written like this.
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

  /// Some programs put it before their texts.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ObjectMapper json;

  JsonBodies(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public ApiCall call(Context ctx) {
    return ApiCall.of(ctx);
  }

  @Override
  public <T> T body(Context ctx, Class<T> type) {
    requireJson(ctx.contentType());
    T body = parse(bytes(ApiCall.of(ctx)), type);
    if (body == null) {
      throw invalid("").asException();
    }
    return body;
  }

  private static void requireJson(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    if (!type.toLowerCase(Locale.ROOT).equals("application/json")) {
      throw ErrorAnswer.of(ErrorCodeDto.CONTENT_TYPE_UNSUPPORTED)
          .with("field", "Content-Type")
          .with("allowed", List.of("application/json"))
          .asException();
    }
  }

  private static byte[] bytes(ApiCall call) {
    if (call.contentLength().orElse(0) > MAX_BYTES) {
      throw tooLarge().asException();
    }
    try {
      byte[] bytes = call.body().readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw tooLarge().asException();
      }
      return bytes;
    } catch (IOException e) {
      throw invalid("").asException();
    }
  }

  private <T> @Nullable T parse(byte[] bytes, Class<T> type) {
    String text = text(bytes);
    if (NUL.matcher(text).find()) {
      throw invalid("").asException();
    }
    try {
      return json.readValue(text, type);
    } catch (JsonMappingException e) {
      throw ofMapping(e).asException();
    } catch (JacksonException e) {
      throw invalid("").asException();
    }
  }

  /// Strictly UTF-8 (RFC 8259, section 8.1), which Jackson's own reader is not.
  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw invalid("").asException();
    }
  }

  private static ErrorAnswer ofMapping(JsonMappingException problem) {
    String pointer = pointer(problem);
    if (problem.getCause() instanceof NullPointerException missing
        && missing.getMessage() != null) {
      // an explicit null is noticed by the record itself, which names the field only
      return invalid(pointer + "/" + missing.getMessage()).with("reason", "missing");
    }
    return String.valueOf(problem.getOriginalMessage()).startsWith(ABSENT)
        ? invalid(pointer).with("reason", "missing")
        : invalid(pointer);
  }

  /// The JSON Pointer (RFC 6901) of the value that can't be read.
  private static String pointer(JsonMappingException problem) {
    var pointer = new StringBuilder();
    for (JsonMappingException.Reference step : problem.getPath()) {
      String name = step.getFieldName();
      pointer
          .append('/')
          .append(name == null ? step.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private static ErrorAnswer invalid(String pointer) {
    ErrorAnswer answer = ErrorAnswer.of(ErrorCodeDto.BODY_INVALID);
    return pointer.isEmpty() ? answer : answer.with("field", pointer);
  }

  private static ErrorAnswer tooLarge() {
    return ErrorAnswer.of(ErrorCodeDto.BODY_TOO_LARGE).with("limit", MAX_BYTES);
  }
}
