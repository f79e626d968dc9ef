package dev.photobridge.adapter.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.photobridge.domain.slot.SlotSettings;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Slot settings and form fields as the JSON of their columns, without U+0000, which PostgreSQL
/// can't hold.
public final class SettingsJson {
  /// Its buffers are shared: each photo has a thread of its own, which would keep a set of them as
  /// long as the photo waits.
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                  .build())
          .addModule(withoutNullCharacters())
          .build();

  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private SettingsJson() {}

  /// A slot's settings as JSON.
  public static String write(SlotSettings settings) {
    return json(settings.values());
  }

  /// Settings that were written so.
  public static SlotSettings readSettings(String json) {
    return new SlotSettings(read(json, OBJECT));
  }

  /// Form fields as JSON.
  public static String write(Map<String, String> fields) {
    return json(fields);
  }

  /// Fields that were written so.
  public static Map<String, String> readFields(String json) {
    return read(json, TEXTS);
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("settings hold only JSON values", e);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds JSON of another shape", e);
    }
  }

  private static SimpleModule withoutNullCharacters() {
    return new SimpleModule()
        .addSerializer(String.class, new StoredTextSerializer())
        .addKeySerializer(String.class, new StoredNameSerializer());
  }

  private static final class StoredTextSerializer extends JsonSerializer<String> {
    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(StoredText.of(value));
    }
  }

  private static final class StoredNameSerializer extends JsonSerializer<String> {
    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeFieldName(StoredText.of(value));
    }
  }
}
