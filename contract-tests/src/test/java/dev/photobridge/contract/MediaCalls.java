package dev.photobridge.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Uploaded images.
final class MediaCalls {
  private static final String REGISTER = "/api/media/register";
  private static final String EXTEND = "/api/media/extend";
  private static final int TOO_LARGE = 21 * 1024 * 1024;

  private MediaCalls() {}

  static void make(Stage stage) {
    Caller operator = stage.operator();
    String id = stage.uploaded(operator);
    operator.call(400, "POST", REGISTER, Body.file("another", stage.photo));
    operator.call(413, "POST", REGISTER, Body.file("file", Arrays.copyOf(stage.photo, TOO_LARGE)));
    operator.call(
        415, "POST", REGISTER, Body.file("file", "no image".getBytes(StandardCharsets.UTF_8)));
    operator.call(
        422,
        "POST",
        REGISTER,
        Body.file("file", Arrays.copyOf(stage.photo, stage.photo.length / 2)));

    operator.post(200, EXTEND, "{\"id\":\"" + id + "\",\"ttl_sec\":1000}");
    operator.post(400, EXTEND, "{\"id\":\"" + id + "\",\"ttl_sec\":0}");
    operator.post(404, EXTEND, "{\"id\":\"" + Stage.UNKNOWN_ID + "\"}");
    operator.call(413, "POST", EXTEND, Body.hugeJson());
    operator.call(415, "POST", EXTEND, Body.text("x"));

    String thumbnail = "/api/media/" + id + "/thumbnail";
    String etag = operator.get(200, thumbnail).header("ETag");
    operator.with("If-None-Match", etag).get(304, thumbnail);
    operator.get(400, "/api/media/x/thumbnail");
    operator.get(404, "/api/media/" + Stage.UNKNOWN_ID + "/thumbnail");

    Images.make(stage.anybody(), "/public/media/" + id);
    stage.anybody().get(400, "/public/media/x");
    stage.anybody().get(404, "/public/media/" + Stage.UNKNOWN_ID);
    String tag = stage.anybody().call(200, "HEAD", "/public/media/" + id, null).header("ETag");
    stage.anybody().with("If-None-Match", tag).call(304, "HEAD", "/public/media/" + id, null);
    stage.anybody().call(400, "HEAD", "/public/media/x", null);
    stage.anybody().call(404, "HEAD", "/public/media/" + Stage.UNKNOWN_ID, null);
  }
}
