package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.SlotUpdateDto;
import java.util.LinkedHashMap;
import java.util.Set;

/// The page on which operators set a slot up: its form, its versions, its reset.
public final class SlotPage implements PageRoutes {
  private static final Set<Integer> ABOUT_THE_FORM = Set.of(400, 409, 413, 415, 422);
  private static final String AT = "/slots/{slot_id}";

  private final SlotApis apis;

  /// Wired by the application; see the parameter's type.
  public SlotPage(SlotApis apis) {
    this.apis = apis;
  }

  @Override
  public void register(PageRouter router) {
    router.get(AT, this::open);
    router.post(AT, this::save);
    router.post(AT + "/draw", this::draw);
    router.post(AT + "/reset", this::reset);
    router.post(AT + "/versions/{version}/restore", this::restore);
  }

  private void open(PageCall call) throws Exception {
    SlotScreen screen = SlotScreen.of(call, apis);
    String notice = "slot.notice." + call.query("notice").orElse("");
    screen.showSaved(call.texts().has(notice) ? call.texts().get(notice) : "");
  }

  /// Draws the fields anew for the provider and the operation that were just chosen.
  private void draw(PageCall call) throws Exception {
    SlotScreen screen = SlotScreen.of(call, apis);
    SlotDraft draft = screen.posted();
    if (!call.isFragment()) {
      screen.showRefused(draft, FieldErrors.NONE, 200);
      return;
    }
    FormPart part = call.form().first("part").flatMap(FormPart::of).orElse(FormPart.SETUP);
    call.show(Section.SLOTS, "slot/setup", screen.forms().setup(part, draft, FieldErrors.NONE));
  }

  private void save(PageCall call) throws Exception {
    SlotScreen screen = SlotScreen.of(call, apis);
    SlotDraft draft = chosen(screen.posted(), screen.saved());
    try {
      SlotUpdateDto update = new DraftReader(draft, screen.catalogue()).update();
      apis.slots().updateSlot(call.api(), screen.slotId(), update, ifMatch(draft));
    } catch (ErrorAnswerException e) {
      if (e.answer().code() == ErrorCodeDto.SLOT_VERSION_CONFLICT) {
        SlotScreen.of(call, apis).showConflict(draft);
      } else {
        screen.showRefused(draft, errors(e, call), e.answer().code().status());
      }
      return;
    }
    done(call, screen, "saved");
  }

  /// The draft with what the operator takes over of what somebody else saved.
  private static SlotDraft chosen(SlotDraft draft, SlotDraft saved) {
    var texts = new LinkedHashMap<>(draft.texts());
    draft
        .texts()
        .forEach(
            (choice, whose) -> {
              if (choice.startsWith(FieldNames.CHOICE) && whose.equals("theirs")) {
                String name = choice.substring(FieldNames.CHOICE.length());
                texts.put(name, saved.text(name));
              }
            });
    return new SlotDraft(texts);
  }

  private void reset(PageCall call) throws Exception {
    SlotScreen screen = SlotScreen.of(call, apis);
    try {
      apis.slots().resetSlot(call.api(), screen.slotId(), ifMatch(screen.posted()));
    } catch (ErrorAnswerException e) {
      screen.showRefused(screen.saved(), errors(e, call), e.answer().code().status());
      return;
    }
    call.goTo("/slots/" + screen.slotId() + "?notice=reset");
  }

  private void restore(PageCall call) throws Exception {
    SlotScreen screen = SlotScreen.of(call, apis);
    try {
      long version = Long.parseLong(call.path("version"));
      apis.slots()
          .restoreSlotVersion(call.api(), screen.slotId(), version, ifMatch(screen.posted()));
    } catch (NumberFormatException _) {
      throw ErrorAnswer.of(ErrorCodeDto.SLOT_VERSION_NOT_FOUND).asException();
    } catch (ErrorAnswerException e) {
      screen.showRefused(screen.saved(), errors(e, call), e.answer().code().status());
      return;
    }
    call.goTo("/slots/" + screen.slotId() + "?notice=restored");
  }

  private void done(PageCall call, SlotScreen screen, String notice) throws Exception {
    if (call.isFragment()) {
      call.signal("slot-" + notice);
      SlotScreen.of(call, apis).showSaved(call.texts().get("slot.notice." + notice));
    } else {
      call.goTo("/slots/" + screen.slotId() + "?notice=" + notice);
    }
  }

  private static String ifMatch(SlotDraft draft) {
    return draft.version().map(version -> "\"" + version + "\"").orElse("*");
  }

  /// What a refusal says about the form; any other is thrown on.
  static FieldErrors errors(ErrorAnswerException refusal, PageCall call) {
    if (!ABOUT_THE_FORM.contains(refusal.answer().code().status())) {
      throw refusal;
    }
    return FieldErrors.of(refusal.answer(), call);
  }
}
