package dev.photobridge.adapter.http.page;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.Page.SignedInPage;
import dev.photobridge.openapi.api.PageSessionApi;
import dev.photobridge.openapi.model.SessionDto;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// One request for a page or a part of one, and its answer. Used by the request's own thread only.
public final class PageCall {
  /// Pages run the scripts and styles of this server and nothing else, from nowhere else.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final String PAGE = "photobridge.page";
  private static final int SEE_OTHER = 303;

  private final Context ctx;
  private final ApiCall api;
  private final PageSessionApi<ApiCall> sessions;
  private final Templates templates;
  private final ErrorMessages messages;
  private final InstantSource clock;
  private final Preferences preferences;

  private PageCall(
      Context ctx,
      PageSessionApi<ApiCall> sessions,
      Templates templates,
      ErrorMessages messages,
      InstantSource clock,
      Preferences preferences) {
    this.ctx = ctx;
    this.api = ApiCall.of(ctx);
    this.sessions = sessions;
    this.templates = templates;
    this.messages = messages;
    this.clock = clock;
    this.preferences = preferences;
  }

  static PageCall of(
      Context ctx,
      PageSessionApi<ApiCall> sessions,
      Templates templates,
      ErrorMessages messages,
      InstantSource clock) {
    var preferences = Preferences.of(ctx);
    ApiCall.inLanguage(ctx, preferences.language().locale().toLanguageTag());
    ctx.attribute(PAGE, true);
    return new PageCall(ctx, sessions, templates, messages, clock, preferences);
  }

  /// Whether a request was given to a page.
  static boolean isOf(Context ctx) {
    return ctx.attribute(PAGE) != null;
  }

  /// This request as the contract's handlers take it; they speak the page's language then.
  public ApiCall api() {
    return api;
  }

  /// The language of the page.
  public Language language() {
    return preferences.language();
  }

  /// Texts of pages in that language.
  public Texts texts() {
    return Texts.in(language());
  }

  /// A refusal of the contract's handlers in that language.
  public String text(ErrorAnswer refusal) {
    return messages.text(refusal, language());
  }

  /// The details of a refusal, what they say to people in that language.
  public Map<String, Object> details(ErrorAnswer refusal) {
    return messages.details(refusal, language());
  }

  /// A name in the path.
  public String path(String name) {
    return ctx.pathParam(name);
  }

  /// A parameter of the link; empty also where it is blank.
  public Optional<String> query(String name) {
    return Optional.ofNullable(ctx.queryParam(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty() && value.indexOf('\0') < 0);
  }

  /// The fields of the form that was sent.
  public FormFields form() {
    return FormFields.of(ctx);
  }

  /// Whether a script asks, for a part of the page in which it is; else the browser wants a page.
  public boolean isFragment() {
    return isFragment(ctx);
  }

  static boolean isFragment(Context ctx) {
    return "true".equals(ctx.header("HX-Request"))
        && !"true".equals(ctx.header("HX-History-Restore-Request"));
  }

  /// What templates know, for a page of this section.
  public Page page(Section section) {
    return new Page(
        preferences.language(),
        preferences.theme(),
        section,
        address(ctx),
        ApiCall.signedIn(ctx).map(_ -> signedIn()),
        clock.instant(),
        templates.assets());
  }

  /// Answers with a template, which takes the parameters `page` and `view`.
  ///
  /// @param template without its ending, such as `jobs/list`
  public void show(Section section, String template, Object view) {
    show(200, section, template, view);
  }

  /// The same with another status. Scripts put 200 and 422 into the page.
  public void show(int status, Section section, String template, Object view) {
    String html = templates.html(template, page(section), view);
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("Content-Language", preferences.language().locale().toLanguageTag());
    ctx.header("Vary", "Cookie, HX-Request");
    ctx.status(status).contentType("text/html; charset=utf-8").result(html);
  }

  /// Sends the browser on, also where a script asked.
  ///
  /// @param path of this server
  public void goTo(String path) {
    if (isFragment()) {
      ctx.status(204).header("HX-Redirect", path);
    } else {
      ctx.status(SEE_OTHER).header("Location", path);
    }
  }

  /// Tells scripts of the page what happened besides what they swap in (htmx, `HX-Trigger`).
  ///
  /// @param event ASCII, such as `slot-saved`
  public void signal(String event) {
    ctx.header("HX-Trigger", event);
  }

  /// Where a form wants to come back to; the main page where it names nothing of this server.
  public String wantedPath() {
    return LocalPath.or(form().first("next").or(() -> query("next")));
  }

  /// Keeps how the operator likes pages; other words are left out.
  public void prefer(Optional<String> language, Optional<String> theme) {
    Preferences.keep(ctx, language, theme);
  }

  /// Whether a browser says that a page of another server sends this.
  public boolean isFromAnotherSite() {
    return Optional.ofNullable(ctx.header("Sec-Fetch-Site"))
        .filter(site -> !site.equals("same-origin") && !site.equals("none"))
        .isPresent();
  }

  /// The path and the query of a request.
  static String address(Context ctx) {
    String query = ctx.queryString();
    return query == null || query.isEmpty() ? ctx.path() : ctx.path() + "?" + query;
  }

  private SignedInPage signedIn() {
    SessionDto session;
    try {
      session = sessions.getSession(api);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the session can't be read", e);
    }
    return new SignedInPage(session.account(), session.expiresAt(), session.csrfToken());
  }
}
