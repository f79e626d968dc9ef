package dev.photobridge.adapter.http.page.slots;

import dev.photobridge.adapter.http.page.ProviderNames;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.slots.SlotsView.Link;
import dev.photobridge.adapter.http.page.slots.SlotsView.Problem;
import dev.photobridge.application.port.in.ReadSlotActivityUseCase.SlotReport;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotState;
import dev.photobridge.openapi.model.ProviderConditionDto;
import dev.photobridge.openapi.model.ProviderDto;
import dev.photobridge.openapi.model.ProviderKeyDto;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds out what keeps slots from working, the worst first.
record SlotProblems(Texts texts, ProviderNames names) {
  /// The providers that have no key and need one.
  static Set<String> keyless(List<ProviderKeyDto> keys) {
    return keys.stream()
        .filter(key -> key.source() == ProviderKeyDto.SourceEnum.NONE)
        .map(ProviderKeyDto::providerId)
        .collect(Collectors.toSet());
  }

  List<Problem> of(List<SlotReport> reports, Set<String> keyless) {
    Set<String> used =
        reports.stream()
            .map(SlotReport::slot)
            .flatMap(Slot::setups)
            .map(setup -> setup.provider().value())
            .collect(Collectors.toSet());
    var problems = new ArrayList<Problem>();
    names.providers().stream()
        .filter(provider -> used.contains(provider.id()))
        .forEach(
            provider -> {
              if (keyless.contains(provider.id())) {
                problems.add(keyMissing(provider));
              } else if (isInTrouble(provider.condition())) {
                problems.add(inTrouble(provider));
              }
            });
    List<SlotReport> failing =
        reports.stream().filter(report -> report.state() == SlotState.FAILING).toList();
    if (!failing.isEmpty()) {
      problems.add(failing(failing));
    }
    return problems;
  }

  private Problem keyMissing(ProviderDto provider) {
    return new Problem(
        true,
        texts.get("slots.problem.key_missing", provider.name()),
        List.of(new Link("/settings", texts.get("slots.problem.key_missing.mend"))));
  }

  private static boolean isInTrouble(ProviderConditionDto condition) {
    return switch (condition) {
      case AVAILABLE, PROBING -> false;
      case UNAVAILABLE, QUOTA_EXHAUSTED, KEY_REJECTED -> true;
    };
  }

  private Problem inTrouble(ProviderDto provider) {
    ProviderConditionDto condition = provider.condition();
    return new Problem(
        true,
        texts.get("slots.problem." + condition.value(), provider.name()),
        List.of(
            condition == ProviderConditionDto.KEY_REJECTED
                ? new Link("/settings", texts.get("slots.problem.key_rejected.mend"))
                : new Link("/check", texts.get("slots.problem.mend"))));
  }

  private Problem failing(List<SlotReport> failing) {
    return new Problem(
        false,
        texts.count("slots.problem.failing", failing.size()),
        failing.stream()
            .map(report -> report.slot().address().id().value())
            .map(id -> new Link("/jobs?slot=" + id, texts.get("slots.number", SlotRows.number(id))))
            .toList());
  }
}
