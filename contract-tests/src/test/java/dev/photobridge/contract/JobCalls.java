package dev.photobridge.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Jobs, their photos, and watching them.
final class JobCalls {
  private static final int STREAMS = 32;
  private static final String UNKNOWN = "/api/jobs/" + Stage.UNKNOWN_ID;

  private JobCalls() {}

  static void make(Stage stage) throws IOException {
    Caller operator = stage.operator();
    String ended = "/api/jobs/" + stage.endedJob();
    String open = "/api/jobs/" + stage.openJob();
    operator.get(200, "/api/jobs?state=SUCCEEDED&origin=booth&provider_id=local");
    operator.get(400, "/api/jobs?page=0");
    operator.get(200, ended);
    operator.get(200, open);
    operator.get(400, "/api/jobs/x");
    operator.get(404, UNKNOWN);

    Images.make(operator, ended + "/result");
    operator.get(400, "/api/jobs/x/result");
    operator.get(404, open + "/result");
    String etag = operator.get(200, ended + "/thumbnail").header("ETag");
    operator.with("If-None-Match", etag).get(304, ended + "/thumbnail");
    operator.get(400, "/api/jobs/x/thumbnail");
    operator.get(404, open + "/thumbnail");
    Images.make(operator, open + "/source");
    operator.get(400, "/api/jobs/x/source");

    operator.post(202, ended + "/rerun");
    operator.post(400, "/api/jobs/x/rerun");
    operator.post(404, UNKNOWN + "/rerun");
    operator.post(409, open + "/rerun");
    stage.forgetSource(ended.substring(ended.lastIndexOf('/') + 1));
    operator.post(409, ended + "/rerun");
    operator.get(404, ended + "/source");

    watch(operator, ended);
    operator.delete(409, open);
    operator.delete(204, ended);
    operator.delete(404, ended);
    operator.delete(400, "/api/jobs/x");
    webhooks(stage);
  }

  private static void watch(Caller operator, String job) throws IOException {
    operator.get(200, job + "/events");
    operator.get(400, "/api/jobs/x/events");
    operator.get(404, UNKNOWN + "/events");
    List<InputStream> streams = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      streams.add(operator.open(200, "/api/events").body());
    }
    operator.get(429, "/api/events");
    operator.get(429, job + "/events");
    for (InputStream stream : streams) {
      stream.close();
    }
  }

  private static void webhooks(Stage stage) {
    String job = Stage.UNKNOWN_ID;
    stage.anybody().post(204, "/webhooks/" + job + "/" + stage.signature(job), "{}");
    stage.anybody().post(400, "/webhooks/x/signature", "{}");
    stage.anybody().post(404, "/webhooks/" + Stage.UNKNOWN_ID + "/signature", "{}");
  }
}
