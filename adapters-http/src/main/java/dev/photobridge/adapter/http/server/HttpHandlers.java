package dev.photobridge.adapter.http.server;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.contract.RequestBinding;
import dev.photobridge.adapter.http.routes.AllRoutes;
import dev.photobridge.adapter.http.routes.ContractRoutes;
import dev.photobridge.adapter.http.routes.EventsRoutes;
import dev.photobridge.adapter.http.routes.HealthRoutes;
import dev.photobridge.adapter.http.routes.IngestRoutes;
import dev.photobridge.adapter.http.routes.JobImagesRoutes;
import dev.photobridge.adapter.http.routes.JobsRoutes;
import dev.photobridge.adapter.http.routes.MediaRoutes;
import dev.photobridge.adapter.http.routes.MetricsRoutes;
import dev.photobridge.adapter.http.routes.PageSessionRoutes;
import dev.photobridge.adapter.http.routes.PromptsRoutes;
import dev.photobridge.adapter.http.routes.ProvidersRoutes;
import dev.photobridge.adapter.http.routes.PublicMediaRoutes;
import dev.photobridge.adapter.http.routes.ReadinessCheckRoutes;
import dev.photobridge.adapter.http.routes.SessionRoutes;
import dev.photobridge.adapter.http.routes.SettingsRoutes;
import dev.photobridge.adapter.http.routes.SlotTestsRoutes;
import dev.photobridge.adapter.http.routes.SlotsRoutes;
import dev.photobridge.adapter.http.routes.StatisticsRoutes;
import dev.photobridge.adapter.http.routes.WebhooksRoutes;
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

/// Who answers the operations of the contract, one handler a tag. All are safe for use by many
/// threads.
public record HttpHandlers(
    ContractApi<ApiCall> contract,
    EventsApi<ApiCall> events,
    HealthApi<ApiCall> health,
    IngestApi<ApiCall> ingest,
    JobImagesApi<ApiCall> jobImages,
    JobsApi<ApiCall> jobs,
    MediaApi<ApiCall> media,
    MetricsApi<ApiCall> metrics,
    PageSessionApi<ApiCall> pageSession,
    PromptsApi<ApiCall> prompts,
    ProvidersApi<ApiCall> providers,
    PublicMediaApi<ApiCall> publicMedia,
    ReadinessCheckApi<ApiCall> readinessCheck,
    SessionApi<ApiCall> session,
    SettingsApi<ApiCall> settings,
    SlotTestsApi<ApiCall> slotTests,
    SlotsApi<ApiCall> slots,
    StatisticsApi<ApiCall> statistics,
    WebhooksApi<ApiCall> webhooks) {

  AllRoutes routes(RequestBinding<ApiCall> binding) {
    return new AllRoutes(
        new ContractRoutes<>(contract, binding),
        new EventsRoutes<>(events, binding),
        new HealthRoutes<>(health, binding),
        new IngestRoutes<>(ingest, binding),
        new JobImagesRoutes<>(jobImages, binding),
        new JobsRoutes<>(jobs, binding),
        new MediaRoutes<>(media, binding),
        new MetricsRoutes<>(metrics, binding),
        new PageSessionRoutes<>(pageSession, binding),
        new PromptsRoutes<>(prompts, binding),
        new ProvidersRoutes<>(providers, binding),
        new PublicMediaRoutes<>(publicMedia, binding),
        new ReadinessCheckRoutes<>(readinessCheck, binding),
        new SessionRoutes<>(session, binding),
        new SettingsRoutes<>(settings, binding),
        new SlotTestsRoutes<>(slotTests, binding),
        new SlotsRoutes<>(slots, binding),
        new StatisticsRoutes<>(statistics, binding),
        new WebhooksRoutes<>(webhooks, binding));
  }
}
