package dev.photobridge.adapter.http.page.docs;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.docs.DocsView.AnswerView;
import dev.photobridge.adapter.http.page.docs.DocsView.FieldView;
import dev.photobridge.adapter.http.page.docs.DocsView.SlotChoice;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.api.SlotsApi;
import dev.photobridge.openapi.model.SlotDto;
import java.util.List;

/// How to connect a booth, and the whole contract.
public final class DocsPage implements PageRoutes {
  /// The booth gives up later than the server answers.
  private static final int SPARE_SEC = 5;

  private static final List<Integer> ANSWERS =
      List.of(200, 400, 401, 404, 409, 413, 415, 422, 502, 503, 504);

  private final SlotsApi<ApiCall> slots;
  private final SettingsApi<ApiCall> settings;

  /// Tells of these slots and settings.
  public DocsPage(SlotsApi<ApiCall> slots, SettingsApi<ApiCall> settings) {
    this.slots = slots;
    this.settings = settings;
  }

  @Override
  public void register(PageRouter router) {
    router.get("/docs", this::show);
  }

  private void show(PageCall call) throws Exception {
    List<SlotDto> all = slots.listSlots(call.api(), null, null, null).data();
    SlotDto chosen = chosen(all, call);
    Texts texts = call.texts();
    String link = chosen.ingestUrl().toString();
    int timeout = settings.getSettings(call.api()).syncTimeoutSec() + SPARE_SEC;
    call.show(
        Section.DOCS,
        "docs/docs",
        new DocsView(
            all.stream().map(slot -> choice(slot, slot.equals(chosen), texts)).toList(),
            link,
            chosen.isConfigured(),
            Integer.toString(timeout),
            curl(link, timeout, texts),
            fields(texts),
            ANSWERS.stream().map(status -> answer(status, texts)).toList()));
  }

  /// The one that the link names, else the first that works.
  private static SlotDto chosen(List<SlotDto> all, PageCall call) {
    String wanted = call.query("slot").orElse("");
    return all.stream()
        .filter(slot -> slot.id().equals(wanted))
        .findFirst()
        .or(() -> all.stream().filter(SlotDto::isConfigured).findFirst())
        .orElseGet(all::getFirst);
  }

  private static SlotChoice choice(SlotDto slot, boolean chosen, Texts texts) {
    String name = slot.name().isEmpty() ? texts.get("docs.slot.free") : slot.name();
    return new SlotChoice(slot.id(), slot.id() + " · " + name, chosen);
  }

  /// One line, so that it works in every shell.
  private static String curl(String link, int timeout, Texts texts) {
    return """
    curl --max-time %d --form "fileToUpload=@photo.jpg" --form "password=%s" \
    --output result.jpg "%s"\
    """
        .formatted(timeout, texts.get("docs.curl.password"), link);
  }

  private static List<FieldView> fields(Texts texts) {
    return List.of(
        field("fileToUpload", true, "photo.jpg", texts),
        field("password", true, "", texts),
        field("time", false, "1758217512", texts),
        field("user_id", false, "Acer", texts),
        field("id", false, "CY04N068111304S2L_00000001.", texts),
        field("profile", false, "C:\\…\\setup.xml", texts),
        field("status", false, "C:\\…\\preview.jpg", texts),
        field("hash", false, "7b6c683e1d3fd29c…", texts),
        field("name", false, "DESKTOP-K968T3F", texts),
        field("model", false, "Windows", texts),
        field("version", false, "3.30.2", texts));
  }

  private static FieldView field(String name, boolean required, String example, Texts texts) {
    return new FieldView(name, required, texts.get("docs.field." + name), example);
  }

  private static AnswerView answer(int status, Texts texts) {
    String key = "docs.answer." + status;
    String guest =
        texts.has(key + ".guest")
            ? texts.get(key + ".guest")
            : texts.get("docs.answer.guest.original");
    return new AnswerView(status, texts.get(key), guest);
  }
}
