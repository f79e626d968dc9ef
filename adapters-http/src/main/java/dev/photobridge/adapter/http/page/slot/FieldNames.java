package dev.photobridge.adapter.http.page.slot;

import java.util.Map;

/// Names of the form's fields that belong to no [FormPart], and ids of all fields.
final class FieldNames {
  static final String NAME = "name";
  static final String VERSION = "version";
  static final String JOIN_DUPLICATES = "join_duplicates";
  static final String MAX_PARALLEL_JOBS = "max_parallel_jobs";
  static final String CAP_PER_DAY = "cap.per_day";
  static final String CAP_TOTAL = "cap.total";
  static final String TEST_PHOTO = "test.photo";

  /// Ends the name of the switch that shows or hides an image's zone.
  static final String USED = ".used";

  /// Begins the name of a choice between two values of a field.
  static final String CHOICE = "choose.";

  private static final Map<String, String> BY_POINTER =
      Map.of(
          "/name", NAME,
          "/max_parallel_jobs", MAX_PARALLEL_JOBS,
          "/cost_cap/per_day_usd", CAP_PER_DAY,
          "/cost_cap/total_usd", CAP_TOTAL,
          "/photo_media_id", TEST_PHOTO,
          "/fallback", FormPart.FALLBACK.provider());

  private FieldNames() {}

  /// The id of the input of this name.
  static String id(String name) {
    return "field-" + name.replace('.', '-').replace('_', '-');
  }

  /// The field that the contract calls so.
  ///
  /// @param pointer JSON Pointer into the body of an update or a test
  static String ofPointer(String pointer) {
    String inUpdate =
        pointer.startsWith("/setup/") ? pointer.substring("/setup".length()) : pointer;
    String known = BY_POINTER.get(inUpdate);
    return known == null ? ofPart(inUpdate) : known;
  }

  private static String ofPart(String pointer) {
    for (FormPart part : new FormPart[] {FormPart.FALLBACK, FormPart.FAILURE, FormPart.CAP}) {
      if (pointer.startsWith(part.pointer() + "/")) {
        return within(part, pointer.substring(part.pointer().length()));
      }
    }
    return within(FormPart.SETUP, pointer);
  }

  private static String within(FormPart part, String pointer) {
    String settings = "/settings_json";
    if (pointer.equals("/operation_id")) {
      return part.operation();
    }
    return pointer.startsWith(settings)
        ? part.settings() + pointer.substring(settings.length()).replace('/', '.')
        : part.word() + pointer.replace('/', '.');
  }
}
