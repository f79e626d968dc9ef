package dev.photobridge.adapter.http.ingest;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.upload.FieldText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a booth says in the link itself, for example answers of a survey.
final class BoothQuery {
  private static final int MAX_PARAMETERS = 64;
  private static final int MAX_FOUND = 100;

  private BoothQuery() {}

  /// The first value of each parameter, of no more parameters than a form may have fields, and
  /// without a password: it belongs in the form, and is kept nowhere.
  static Map<String, String> of(ApiCall call) {
    var query = new LinkedHashMap<String, String>();
    for (Map.Entry<String, List<String>> parameter : call.query().entrySet()) {
      String name = FieldText.storable(parameter.getKey());
      if (query.size() < MAX_PARAMETERS && !name.equals(MultipartPhotoUpload.PASSWORD_FIELD)) {
        query.put(name, FieldText.storable(parameter.getValue().getFirst()));
      }
    }
    return query;
  }

  /// The same text, not too long to be repeated in an answer.
  static String bounded(String text) {
    return text.length() <= MAX_FOUND ? text : text.substring(0, MAX_FOUND) + "…";
  }
}
