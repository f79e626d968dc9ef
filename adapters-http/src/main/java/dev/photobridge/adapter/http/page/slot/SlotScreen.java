package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.slot.SlotView.Mistake;
import dev.photobridge.adapter.http.page.slot.SlotView.VersionView;
import dev.photobridge.adapter.http.page.slot.form.FormField;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.openapi.model.OperationDto;
import dev.photobridge.openapi.model.ProviderDto;
import dev.photobridge.openapi.model.SettingsDto;
import dev.photobridge.openapi.model.SlotDto;
import dev.photobridge.openapi.model.SlotVersionDto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A slot as one request finds it, and its page. Used by the request's own thread only.
final class SlotScreen {
  private static final String PAGE = "slot/page";
  private static final String BODY = "slot/slot";
  private static final int BOOTH_MARGIN_SEC = 5;

  private final PageCall call;
  private final SlotApis apis;
  private final SlotDto slot;
  private final SettingsDto settings;
  private final Catalogue catalogue;
  private final SlotForms forms;

  private SlotScreen(
      PageCall call, SlotApis apis, SlotDto slot, SettingsDto settings, Catalogue catalogue) {
    this.call = call;
    this.apis = apis;
    this.slot = slot;
    this.settings = settings;
    this.catalogue = catalogue;
    this.forms =
        new SlotForms(catalogue, call.texts(), new ProviderWarnings(settings.keys(), call.texts()));
  }

  /// The slot that the path names.
  static SlotScreen of(PageCall call, SlotApis apis) throws Exception {
    return new SlotScreen(
        call,
        apis,
        apis.slots().getSlot(call.api(), call.path("slot_id")),
        apis.settings().getSettings(call.api()),
        new Catalogue(apis.providers().listProviders(call.api())));
  }

  Catalogue catalogue() {
    return catalogue;
  }

  SlotForms forms() {
    return forms;
  }

  String slotId() {
    return slot.id();
  }

  long version() {
    return slot.version();
  }

  /// What is saved.
  SlotDraft saved() {
    return draft(SlotContent.of(slot));
  }

  /// As a form that was drawn and posted unchanged would say it.
  private SlotDraft draft(SlotContent content) {
    return new DraftCompletion(catalogue).of(SlotDraft.of(content, catalogue));
  }

  /// What was posted, in line with the catalogue.
  SlotDraft posted() {
    return new DraftCompletion(catalogue).of(SlotDraft.of(call.form()));
  }

  /// Shows what is saved.
  void showSaved(String notice) throws Exception {
    show(200, view(saved(), FieldErrors.NONE, List.of(), slot.version(), notice, null));
  }

  /// Shows a draft that can't be saved as it is.
  void showRefused(SlotDraft draft, FieldErrors errors, int status) throws Exception {
    show(
        call.isFragment() ? 422 : status,
        view(draft, errors, List.of(), draft.version().orElse(slot.version()), "", null));
  }

  /// Shows a draft beside what somebody else saved meanwhile; saved again, it replaces that.
  void showConflict(SlotDraft draft) throws Exception {
    List<Difference> differences =
        new Differences(forms, call.texts()).between(draft, saved(), base(draft));
    show(
        call.isFragment() ? 422 : 409,
        view(draft, FieldErrors.NONE, differences, slot.version(), "", null));
  }

  /// Shows a draft as it stands, with a test.
  void showTest(SlotDraft draft, TestView test) throws Exception {
    show(
        200,
        view(draft, FieldErrors.NONE, List.of(), draft.version().orElse(slot.version()), "", test));
  }

  private void show(int status, SlotView view) {
    call.show(status, Section.SLOTS, call.isFragment() ? BODY : PAGE, view);
  }

  private SlotView view(
      SlotDraft draft,
      FieldErrors errors,
      List<Difference> conflicts,
      long version,
      String notice,
      @Nullable TestView test)
      throws Exception {
    SlotFormView form = forms.form(draft, errors, version);
    return new SlotView(
        slot.id(),
        number(),
        title(),
        chips(),
        slot.isConfigured(),
        slot.ingestUrl().toString(),
        settings.syncTimeoutSec() + BOOTH_MARGIN_SEC,
        slot.updatedAt(),
        !new Differences(forms, call.texts()).labels(draft, saved()).isEmpty(),
        notice,
        mistakes(errors, form),
        conflicts,
        form,
        versions(),
        test);
  }

  private int number() {
    return SlotId.parse(slot.id())
        .map(id -> Integer.parseInt(id.value().substring(id.value().indexOf('-') + 1)))
        .orElse(0);
  }

  private String title() {
    return slot.name().isBlank()
        ? call.texts().get("slot.title", number())
        : call.texts().get("slot.title.named", number(), slot.name());
  }

  private List<String> chips() {
    var chips = new ArrayList<String>();
    Optional.ofNullable(slot.providerId())
        .ifPresent(
            provider -> {
              chips.add(catalogue.provider(provider).map(ProviderDto::name).orElse(provider));
              chips.add(operationName(provider, slot.operationId()));
              model(saved()).ifPresent(chips::add);
            });
    return chips;
  }

  private String operationName(String provider, @Nullable String operation) {
    String id = operation == null ? "" : operation;
    return catalogue.operation(provider, id).map(OperationDto::name).orElse(id);
  }

  /// What people call the model that a draft chooses, or leaves at its preset.
  Optional<String> model(SlotDraft draft) {
    return forms.setup(FormPart.SETUP, draft, FieldErrors.NONE).fields().stream()
        .filter(field -> field.head().setting().equals("model"))
        .filter(FormField.Choice.class::isInstance)
        .flatMap(field -> ((FormField.Choice) field).options().stream())
        .filter(FormField.Option::chosen)
        .map(FormField.Option::label)
        .filter(label -> !label.equals(call.texts().get("slot.notSet")))
        .findFirst();
  }

  /// What is wrong, with the fields' names.
  List<Mistake> mistakes(FieldErrors errors, SlotFormView form) {
    var mistakes = new ArrayList<Mistake>();
    if (!errors.general().isEmpty()) {
      mistakes.add(new Mistake("", "", errors.general()));
    }
    errors
        .byField()
        .forEach(
            (name, words) ->
                mistakes.add(new Mistake(FieldNames.id(name), label(name, form), words)));
    return mistakes;
  }

  private static String label(String name, SlotFormView form) {
    return Stream.concat(form.saved(), Stream.of(form.testPhoto()))
        .filter(field -> field.head().name().equals(name))
        .map(field -> field.head().label())
        .findFirst()
        .orElse("");
  }

  private List<VersionView> versions() throws Exception {
    Texts texts = call.texts();
    var differences = new Differences(forms, texts);
    SlotDraft now = saved();
    return apis.slots().listSlotVersions(call.api(), slot.id()).data().stream()
        .map(
            version ->
                new VersionView(
                    version.version(),
                    version.savedAt(),
                    version.name(),
                    what(version),
                    String.join(", ", differences.labels(draft(SlotContent.of(version)), now))))
        .toList();
  }

  private String what(SlotVersionDto version) {
    String provider = version.providerId();
    return provider == null
        ? call.texts().get("slot.free")
        : catalogue.provider(provider).map(ProviderDto::name).orElse(provider)
            + " · "
            + operationName(provider, version.operationId());
  }

  private SlotDraft base(SlotDraft draft) throws Exception {
    long began = draft.version().orElse(-1L);
    return apis.slots().listSlotVersions(call.api(), slot.id()).data().stream()
        .filter(version -> version.version() == began)
        .findFirst()
        .map(version -> draft(SlotContent.of(version)))
        .orElseGet(this::saved);
  }
}
