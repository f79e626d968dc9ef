package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.page.slot.form.ShippedOperations;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.openapi.api.JobsApi;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.api.SlotTestsApi;
import dev.photobridge.openapi.api.SlotsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.FailureReplyDto;
import dev.photobridge.openapi.model.JobDto;
import dev.photobridge.openapi.model.JobListDto;
import dev.photobridge.openapi.model.MediaCacheDto;
import dev.photobridge.openapi.model.OperationDto;
import dev.photobridge.openapi.model.PageMetaDto;
import dev.photobridge.openapi.model.PromptWriterDto;
import dev.photobridge.openapi.model.ProviderConditionDto;
import dev.photobridge.openapi.model.ProviderDto;
import dev.photobridge.openapi.model.ProviderKeyDto;
import dev.photobridge.openapi.model.ProviderListDto;
import dev.photobridge.openapi.model.SettingsDto;
import dev.photobridge.openapi.model.SlotDto;
import dev.photobridge.openapi.model.SlotListMetaDto;
import dev.photobridge.openapi.model.SlotSavedDto;
import dev.photobridge.openapi.model.SlotTestDto;
import dev.photobridge.openapi.model.SlotUpdateDto;
import dev.photobridge.openapi.model.SlotVersionDto;
import dev.photobridge.openapi.model.SlotVersionListDto;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The contract's handlers around one slot in memory, `slot-005`, and the shipped catalogue.
final class FakeSlotApis {
  /// The slot as it stands.
  SlotDto slot = free(1);

  /// Earlier versions, the newest first.
  final List<SlotVersionDto> versions = new ArrayList<>();

  /// What a save or a test is refused with; null: nothing.
  @Nullable ErrorAnswer refusal;

  /// The last save.
  @Nullable SlotUpdateDto saved;

  /// The last test.
  @Nullable SlotTestDto tested;

  /// What tests and looks at them are answered with.
  @Nullable JobDto job;

  /// The slot's latest jobs.
  final List<JobDto> jobs = new ArrayList<>();

  SlotApis apis() {
    return new SlotApis(
        answering(
            SlotsApi.class,
            Map.of(
                "getSlot", arguments -> found((String) arguments[1]),
                "updateSlot",
                    arguments -> update((SlotUpdateDto) arguments[2], (String) arguments[3]),
                "resetSlot", arguments -> reset((String) arguments[2]),
                "restoreSlotVersion",
                    arguments -> restore((Long) arguments[2], (String) arguments[3]),
                "listSlotVersions",
                    _ ->
                        new SlotVersionListDto(
                            List.copyOf(versions), new SlotListMetaDto(versions.size())))),
        answering(
            SlotTestsApi.class, Map.of("testSlot", arguments -> test((SlotTestDto) arguments[2]))),
        answering(ProvidersApi.class, Map.of("listProviders", _ -> providers())),
        answering(
            JobsApi.class,
            Map.of(
                "getJob", _ -> Objects.requireNonNull(job),
                "listJobs", _ -> new JobListDto(List.copyOf(jobs), new PageMetaDto(1, 50, 0L)))),
        answering(SettingsApi.class, Map.of("getSettings", _ -> settings())));
  }

  private interface Answer {
    Object to(Object[] arguments);
  }

  /// Handlers that answer these methods and fail in all others.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> T answering(Class<?> api, Map<String, Answer> answers) {
    return (T)
        Proxy.newProxyInstance(
            api.getClassLoader(),
            new Class<?>[] {api},
            (_, method, arguments) -> {
              ((ApiCall) arguments[0]).operator();
              return Objects.requireNonNull(answers.get(method.getName()), method.getName())
                  .to(arguments);
            });
  }

  private SlotDto found(String id) {
    if (!id.equals("slot-005")) {
      throw ErrorAnswer.of(ErrorCodeDto.SLOT_NOT_FOUND).with("found", id).asException();
    }
    return slot;
  }

  private SlotSavedDto update(SlotUpdateDto update, String ifMatch) {
    refuse();
    check(ifMatch);
    saved = update;
    keepVersion();
    slot = with(update, slot.version() + 1);
    return new SlotSavedDto(slot.id(), slot.updatedAt());
  }

  private SlotSavedDto reset(String ifMatch) {
    check(ifMatch);
    keepVersion();
    slot = free(slot.version() + 1);
    return new SlotSavedDto(slot.id(), slot.updatedAt());
  }

  private SlotSavedDto restore(long version, String ifMatch) {
    refuse();
    check(ifMatch);
    if (versions.stream().noneMatch(kept -> kept.version() == version)) {
      throw ErrorAnswer.of(ErrorCodeDto.SLOT_VERSION_NOT_FOUND).asException();
    }
    return new SlotSavedDto(slot.id(), slot.updatedAt());
  }

  private JobDto test(SlotTestDto test) {
    refuse();
    tested = test;
    return Objects.requireNonNull(job);
  }

  private void refuse() {
    if (refusal != null) {
      throw refusal.asException();
    }
  }

  private void check(String ifMatch) {
    if (!ifMatch.equals("\"" + slot.version() + "\"")) {
      throw ErrorAnswer.of(ErrorCodeDto.SLOT_VERSION_CONFLICT).asException();
    }
  }

  private void keepVersion() {
    versions.addFirst(
        new SlotVersionDto(
            slot.version(),
            slot.updatedAt(),
            TestServer.NOW,
            slot.name(),
            slot.providerId(),
            slot.operationId(),
            slot.settingsJson(),
            slot.failureReply(),
            slot.fallback(),
            slot.joinDuplicates(),
            slot.maxParallelJobs(),
            slot.costCap()));
  }

  static SlotDto free(long version) {
    return with(new SlotUpdateDto("", "", "", Map.of(), null, null, true, null, null), version);
  }

  static SlotDto with(SlotUpdateDto content, long version) {
    boolean configured = !content.providerId().isEmpty();
    FailureReplyDto reply = content.failureReply();
    return new SlotDto(
        "slot-005",
        content.name(),
        configured ? content.providerId() : null,
        configured ? content.operationId() : null,
        content.settingsJson(),
        URI.create("http://booth.example/ingest/slot-005"),
        configured,
        null,
        TestServer.NOW,
        version,
        reply == null
            ? new FailureReplyDto(FailureReplyDto.KindEnum.ERROR_STATUS, null, null)
            : reply,
        content.fallback(),
        Boolean.TRUE.equals(content.joinDuplicates()),
        content.maxParallelJobs(),
        content.costCap());
  }

  private static ProviderListDto providers() {
    Map<String, List<OperationDto>> operations =
        ShippedOperations.all().stream()
            .collect(
                Collectors.groupingBy(
                    ShippedOperations::provider,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        offered ->
                            new OperationDto(
                                offered.operation(),
                                "The " + offered.operation(),
                                "Does <" + offered.operation() + ">.",
                                List.of(),
                                offered.schema()),
                        Collectors.toList())));
    return new ProviderListDto(
        operations.entrySet().stream()
            .map(
                provider ->
                    new ProviderDto(
                        provider.getKey(),
                        "The " + provider.getKey(),
                        provider.getKey().equals("openai")
                            ? ProviderConditionDto.UNAVAILABLE
                            : ProviderConditionDto.AVAILABLE,
                        List.of(),
                        provider.getValue()))
            .toList(),
        new PromptWriterDto("deepseek", "DeepSeek"));
  }

  private static SettingsDto settings() {
    return new SettingsDto(
        "never shown here",
        null,
        50,
        null,
        Collections.nCopies(
            1,
            new ProviderKeyDto(
                "gemini", "The gemini", ProviderKeyDto.SourceEnum.NONE, null, null, null)),
        new MediaCacheDto(0L, 0L, null));
  }
}
