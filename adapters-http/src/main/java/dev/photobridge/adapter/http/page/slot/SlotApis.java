package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.openapi.api.JobsApi;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.api.SlotTestsApi;
import dev.photobridge.openapi.api.SlotsApi;

/// The contract's handlers that a slot's page asks.
public record SlotApis(
    SlotsApi<ApiCall> slots,
    SlotTestsApi<ApiCall> tests,
    ProvidersApi<ApiCall> providers,
    JobsApi<ApiCall> jobs,
    SettingsApi<ApiCall> settings) {}
