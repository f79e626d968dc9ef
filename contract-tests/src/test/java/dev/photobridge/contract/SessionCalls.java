package dev.photobridge.contract;

/// Signing in and out.
final class SessionCalls {
  private static final int TRIES = 10;

  private SessionCalls() {}

  static void make(Stage stage) {
    signIn(stage, "/api/login", "somebody");
    signIn(stage, "/api/session", "somebody-else");

    Answer opened = stage.anybody().post(200, "/api/session", stage.login());
    Caller page = stage.anybody().with("Cookie", opened.header("Set-Cookie").split(";", 2)[0]);
    Caller trusted = page.with("X-CSRF-Token", opened.text("/csrf_token"));
    page.get(200, "/api/session");
    trusted.post(200, "/api/session/renew");
    trusted.delete(204, "/api/session");
    page.get(401, "/api/session");
  }

  private static void signIn(Stage stage, String path, String name) {
    Caller anybody = stage.anybody();
    String wrong = "{\"username\":\"%s\",\"password\":\"x\"}".formatted(name);
    anybody.post(200, path, stage.login());
    anybody.post(400, path, "{");
    anybody.call(413, "POST", path, Body.hugeJson());
    anybody.call(415, "POST", path, Body.text("serg"));
    for (int i = 0; i < TRIES; i++) {
      anybody.post(401, path, wrong);
    }
    anybody.post(429, path, wrong);
  }
}
