package dev.photobridge.adapter.http.page.slots;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.ProviderNames;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.slots.SlotsView.Choice;
import dev.photobridge.adapter.http.page.slots.SlotsView.FilterForm;
import dev.photobridge.adapter.http.page.slots.SlotsView.FreeSlot;
import dev.photobridge.adapter.http.page.slots.SlotsView.Problem;
import dev.photobridge.adapter.http.page.slots.SlotsView.SlotLine;
import dev.photobridge.application.port.in.ReadSlotActivityUseCase;
import dev.photobridge.application.port.in.ReadSlotActivityUseCase.SlotReport;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.api.SlotsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.SlotDto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The main page: every slot with its link, its state and its latest result.
public final class SlotsPage implements PageRoutes {
  /// More free slots than this are folded up.
  private static final int MOST_FREE = 10;

  private final SlotsApi<ApiCall> slots;
  private final ProvidersApi<ApiCall> providers;
  private final SettingsApi<ApiCall> settings;
  private final ReadSlotActivityUseCase activity;
  private final ErrorMessages messages = new ErrorMessages();

  /// Wired by the application; see the parameters' types.
  public SlotsPage(
      SlotsApi<ApiCall> slots,
      ProvidersApi<ApiCall> providers,
      SettingsApi<ApiCall> settings,
      ReadSlotActivityUseCase activity) {
    this.slots = slots;
    this.providers = providers;
    this.settings = settings;
    this.activity = activity;
  }

  @Override
  public void register(PageRouter router) {
    router.get("/", this::show);
    router.get("/problems", this::showProblems);
    router.get("/slots/{slot_id}/row", this::showNow);
  }

  private void show(PageCall call) throws Exception {
    SlotFilter filter = SlotFilter.of(call);
    SlotsView view = view(call, filter);
    if (call.isFragment()) {
      call.api().header("HX-Push-Url", filter.address());
      call.show(Section.SLOTS, "slots/list", view);
    } else {
      call.show(Section.SLOTS, "slots/slots", view);
    }
  }

  /// What is wrong, for a page that is open.
  private void showProblems(PageCall call) throws Exception {
    List<SlotReport> all = activity.all(call.api().operator());
    List<Problem> problems = new SlotProblems(call.texts(), names(call)).of(all, keyless(call));
    call.show(Section.SLOTS, "slots/problems", problems);
  }

  /// What has changed in a row, for a page that is open.
  private void showNow(PageCall call) throws Exception {
    SlotReport report =
        SlotId.parse(call.path("slot_id"))
            .flatMap(id -> activity.of(new SlotAddress(call.api().operator(), id)))
            .orElseThrow(
                () ->
                    ErrorAnswer.of(ErrorCodeDto.SLOT_NOT_FOUND)
                        .with("field", "slot_id")
                        .asException());
    call.show(Section.SLOTS, "slots/now", rows(call, keyless(call)).now(report));
  }

  private SlotsView view(PageCall call, SlotFilter filter) throws Exception {
    ProviderNames names = names(call);
    Set<String> keyless = keyless(call);
    SlotRows rows = rows(call, keyless);
    List<SlotReport> all = activity.all(call.api().operator());
    List<Found> found = found(call, filter, all);
    List<SlotLine> configured =
        found.stream()
            .filter(one -> one.slot().isConfigured())
            .map(one -> rows.row(one.slot(), one.report(), names))
            .toList();
    List<FreeSlot> free =
        found.stream()
            .map(Found::slot)
            .filter(slot -> !slot.isConfigured())
            .map(rows::free)
            .toList();
    boolean nothingSetUp = all.stream().allMatch(report -> report.slot().setup().isEmpty());
    Texts texts = call.texts();
    return new SlotsView(
        form(filter, names, texts),
        new SlotProblems(texts, names).of(all, keyless),
        configured,
        free,
        filter.isActive() || free.size() <= MOST_FREE,
        texts.get("slots.free", free.size()),
        texts.get("slots.found", found.size(), all.size()),
        emptyText(filter, found.isEmpty(), nothingSetUp, texts),
        nothingSetUp);
  }

  /// A slot that the operator wants to see.
  private record Found(SlotDto slot, SlotReport report) {}

  private List<Found> found(PageCall call, SlotFilter filter, List<SlotReport> all)
      throws Exception {
    Map<String, SlotDto> listed =
        slots
            .listSlots(
                call.api(),
                SlotFilter.orNull(filter.provider()),
                SlotFilter.orNull(filter.operation()),
                SlotFilter.orNull(filter.search()))
            .data()
            .stream()
            .collect(Collectors.toMap(SlotDto::id, Function.identity()));
    return all.stream()
        .filter(filter::wants)
        .flatMap(
            report ->
                Optional.ofNullable(listed.get(report.slot().address().id().value()))
                    .map(slot -> new Found(slot, report))
                    .stream())
        .toList();
  }

  private static String emptyText(
      SlotFilter filter, boolean nothingFound, boolean nothingSetUp, Texts texts) {
    if (filter.isActive()) {
      return nothingFound
          ? filter
              .search()
              .map(words -> texts.get("slots.nothing.of", words))
              .orElseGet(() -> texts.get("slots.nothing"))
          : "";
    }
    return nothingSetUp ? texts.get("slots.empty") : "";
  }

  private static FilterForm form(SlotFilter filter, ProviderNames names, Texts texts) {
    var ofProviders = new LinkedHashMap<String, String>();
    names.providers().forEach(provider -> ofProviders.put(provider.id(), provider.name()));
    Map<String, String> ofStates =
        SlotFilter.STATES.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    state -> texts.get("slots.filter.state." + state),
                    (one, _) -> one,
                    LinkedHashMap::new));
    return new FilterForm(
        filter.search().orElse(""),
        choices(ofProviders, filter.provider()),
        choices(names.operations(filter.provider().orElse("")), filter.operation()),
        choices(ofStates, filter.state()),
        filter.isActive());
  }

  private static List<Choice> choices(Map<String, String> names, Optional<String> chosen) {
    return names.entrySet().stream()
        .map(
            name ->
                new Choice(
                    name.getKey(),
                    name.getValue(),
                    chosen.filter(name.getKey()::equals).isPresent()))
        .toList();
  }

  private ProviderNames names(PageCall call) throws Exception {
    return ProviderNames.of(providers.listProviders(call.api()));
  }

  private Set<String> keyless(PageCall call) throws Exception {
    return SlotProblems.keyless(settings.getSettings(call.api()).keys());
  }

  private SlotRows rows(PageCall call, Set<String> keyless) {
    return new SlotRows(call.language(), messages, keyless);
  }
}
