package dev.photobridge.adapter.http.testing;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.server.HttpHandlers;
import dev.photobridge.openapi.api.ContractApi;
import dev.photobridge.openapi.api.EventsApi;
import dev.photobridge.openapi.api.HealthApi;
import dev.photobridge.openapi.api.IngestApi;
import dev.photobridge.openapi.api.JobImagesApi;
import dev.photobridge.openapi.api.JobsApi;
import dev.photobridge.openapi.api.MediaApi;
import dev.photobridge.openapi.api.MetricsApi;
import dev.photobridge.openapi.api.PageSessionApi;
import dev.photobridge.openapi.api.PromptsApi;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.api.PublicMediaApi;
import dev.photobridge.openapi.api.ReadinessCheckApi;
import dev.photobridge.openapi.api.SessionApi;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.api.SlotTestsApi;
import dev.photobridge.openapi.api.SlotsApi;
import dev.photobridge.openapi.api.StatisticsApi;
import dev.photobridge.openapi.api.WebhooksApi;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/// Handlers of a server under test. Those that a test does not need fail when called.
public final class TestHandlers {
  private TestHandlers() {}

  /// The handlers given, each for the tags whose interface it implements.
  public static HttpHandlers of(Object... handlers) {
    return new HttpHandlers(
        pick(handlers, ContractApi.class),
        pick(handlers, EventsApi.class),
        pick(handlers, HealthApi.class),
        pick(handlers, IngestApi.class),
        pick(handlers, JobImagesApi.class),
        pick(handlers, JobsApi.class),
        pick(handlers, MediaApi.class),
        pick(handlers, MetricsApi.class),
        pick(handlers, PageSessionApi.class),
        pick(handlers, PromptsApi.class),
        pick(handlers, ProvidersApi.class),
        pick(handlers, PublicMediaApi.class),
        pick(handlers, ReadinessCheckApi.class),
        pick(handlers, SessionApi.class),
        pick(handlers, SettingsApi.class),
        pick(handlers, SlotTestsApi.class),
        pick(handlers, SlotsApi.class),
        pick(handlers, StatisticsApi.class),
        pick(handlers, WebhooksApi.class));
  }

  /// A handler interface is generic in its call, which is always [ApiCall] here.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> T pick(Object[] handlers, Class<?> api) {
    return (T)
        Arrays.stream(handlers)
            .filter(api::isInstance)
            .findFirst()
            .orElseGet(() -> unused((Class<Object>) api));
  }

  /// Something that fails when called.
  public static <T> T unused(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> {
              throw new UnsupportedOperationException(
                  method.getName() + " is not part of this test");
            }));
  }
}
