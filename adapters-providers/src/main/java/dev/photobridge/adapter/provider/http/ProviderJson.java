package dev.photobridge.adapter.provider.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/// JSON as providers speak it: what we send has no null; what they send may have fields that we
/// don't know, and nulls in its lists are skipped. Safe for use by many threads.
public final class ProviderJson {
  /// Its buffers are shared: each job has a thread of its own, which would keep a set of them as
  /// long as the call lasts.
  private final ObjectMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                  .build())
          .addModule(new SimpleModule().addSerializer(new InlineImageSerializer()))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /// The document that a record of wire shapes describes; its images are [InlineImage]s.
  public StreamedBody write(Object document) {
    var pieces = new JsonPieces();
    try {
      json.writeValue(pieces, document);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't fail", e);
    }
    return pieces.document();
  }

  /// A small document without images as text.
  public String text(Object document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("memory can't fail", e);
    }
  }

  /// Binds a document to its record.
  ///
  /// @throws UnusableAnswerException when it is not such a document, or ends too early
  public <T> T read(byte[] document, Class<T> type) throws UnusableAnswerException {
    try {
      T value = json.readValue(document, type);
      if (value == null) {
        throw UnusableAnswerException.notJson("it says null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw isCutOff(e)
          ? UnusableAnswerException.cutOff()
          : UnusableAnswerException.notJson(place(e));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't fail", e);
    }
  }

  /// A document of any shape; an empty one where it is no JSON.
  public JsonNode tree(byte[] document) {
    try {
      return json.readTree(document);
    } catch (IOException _) {
      return json.missingNode();
    }
  }

  /// Within a list the parser wraps its own exception.
  private static boolean isCutOff(JsonProcessingException trouble) {
    return trouble instanceof JsonEOFException || trouble.getCause() instanceof JsonEOFException;
  }

  /// Where it stops making sense, without repeating foreign text.
  private static String place(JsonProcessingException trouble) {
    JsonLocation location = trouble.getLocation();
    return location == null
        ? "unexpected content"
        : "unexpected content at byte " + location.getByteOffset();
  }
}
