package dev.photobridge.adapter.http.server;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.contract.RequestBinding;
import dev.photobridge.adapter.http.routes.AllRoutes;
import dev.photobridge.adapter.http.routes.ContractRoutes;
import dev.photobridge.adapter.http.routes.HealthRoutes;
import dev.photobridge.adapter.http.routes.IngestRoutes;
import dev.photobridge.adapter.http.routes.JobsRoutes;
import dev.photobridge.adapter.http.routes.MediaRoutes;
import dev.photobridge.adapter.http.routes.PromptsRoutes;
import dev.photobridge.adapter.http.routes.ProvidersRoutes;
import dev.photobridge.adapter.http.routes.PublicMediaRoutes;
import dev.photobridge.adapter.http.routes.SessionRoutes;
import dev.photobridge.adapter.http.routes.SlotsRoutes;
import dev.photobridge.adapter.http.routes.WebhooksRoutes;
import dev.photobridge.openapi.api.ContractApi;
import dev.photobridge.openapi.api.HealthApi;
import dev.photobridge.openapi.api.IngestApi;
import dev.photobridge.openapi.api.JobsApi;
import dev.photobridge.openapi.api.MediaApi;
import dev.photobridge.openapi.api.PromptsApi;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.api.PublicMediaApi;
import dev.photobridge.openapi.api.SessionApi;
import dev.photobridge.openapi.api.SlotsApi;
import dev.photobridge.openapi.api.WebhooksApi;

/// Who answers the operations of the contract, one handler a tag. All are safe for use by many
/// threads.
public record HttpHandlers(
    ContractApi<ApiCall> contract,
    HealthApi<ApiCall> health,
    IngestApi<ApiCall> ingest,
    JobsApi<ApiCall> jobs,
    MediaApi<ApiCall> media,
    PromptsApi<ApiCall> prompts,
    ProvidersApi<ApiCall> providers,
    PublicMediaApi<ApiCall> publicMedia,
    SessionApi<ApiCall> session,
    SlotsApi<ApiCall> slots,
    WebhooksApi<ApiCall> webhooks) {

  AllRoutes routes(RequestBinding<ApiCall> binding) {
    return new AllRoutes(
        new ContractRoutes<>(contract, binding),
        new HealthRoutes<>(health, binding),
        new IngestRoutes<>(ingest, binding),
        new JobsRoutes<>(jobs, binding),
        new MediaRoutes<>(media, binding),
        new PromptsRoutes<>(prompts, binding),
        new ProvidersRoutes<>(providers, binding),
        new PublicMediaRoutes<>(publicMedia, binding),
        new SessionRoutes<>(session, binding),
        new SlotsRoutes<>(slots, binding),
        new WebhooksRoutes<>(webhooks, binding));
  }
}
