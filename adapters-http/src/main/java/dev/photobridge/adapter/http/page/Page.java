package dev.photobridge.adapter.http.page;

import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.asset.Assets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What every template knows: for whom a page is drawn, and how.
///
/// @param path where the page is, with its query, for forms that come back to it
/// @param section its place in the menu
/// @param operator whoever is signed in
/// @param now when it is drawn
public record Page(
    Language language,
    Theme theme,
    Section section,
    String path,
    Optional<SignedInPage> operator,
    Instant now,
    Assets assets) {
  private static final List<Section> MENU =
      List.of(
          Section.SLOTS,
          Section.JOBS,
          Section.STATISTICS,
          Section.SETTINGS,
          Section.CHECK,
          Section.DOCS);

  /// A session as pages need it.
  ///
  /// @param account who is signed in
  /// @param until when the session ends unless it is renewed
  /// @param csrfToken what forms and scripts show with each change
  public record SignedInPage(String account, Instant until, String csrfToken) {}

  /// A text in the page's language; see [Texts#get].
  public String text(String key, Object... values) {
    return Texts.in(language).get(key, values);
  }

  /// A text about so many things; see [Texts#count].
  public String count(String key, long number) {
    return Texts.in(language).count(key, number);
  }

  /// Numbers, money and times.
  public Formats formats() {
    return new Formats(language);
  }

  /// The language's tag, for `lang`.
  public String lang() {
    return language.locale().toLanguageTag();
  }

  /// The address of a style, script or icon, such as `css/base.css`.
  public String asset(String name) {
    return assets.address(name);
  }

  /// What forms and scripts show with each change; empty while nobody is signed in.
  public String csrfToken() {
    return operator.map(SignedInPage::csrfToken).orElse("");
  }

  /// The sections that the menu offers.
  public List<Section> menu() {
    return MENU;
  }

  /// The languages to choose from, by their own names.
  public Map<String, String> languages() {
    return Map.of("ru", "Русский", "en", "English");
  }

  /// The texts that scripts say: those of every page and those of this area.
  ///
  /// @param area of the page's texts
  public Map<String, String> scriptTexts(String area) {
    var texts = Texts.in(language).startingWith("common.js.");
    texts.putAll(Texts.in(language).startingWith(area + ".js."));
    return texts;
  }
}
