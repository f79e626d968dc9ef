package dev.photobridge.adapter.http.health;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.link.InstallationMark;
import dev.photobridge.adapter.http.provider.ProviderConditions;
import dev.photobridge.application.port.in.CheckProvidersUseCase;
import dev.photobridge.application.port.in.CheckReadinessUseCase;
import dev.photobridge.openapi.api.HealthApi;
import dev.photobridge.openapi.model.LivenessDto;
import dev.photobridge.openapi.model.ProviderStateDto;
import dev.photobridge.openapi.model.ReadinessCheckDto;
import dev.photobridge.openapi.model.ReadinessDto;
import java.util.List;

/// Says whether the process lives and whether it can take photos.
public final class HealthHandler implements HealthApi<ApiCall> {
  private static final int SERVICE_UNAVAILABLE = 503;

  private final CheckReadinessUseCase readiness;
  private final CheckProvidersUseCase providers;
  private final String mark;

  /// Wired by the application; see the parameters' types.
  ///
  /// @param mark by what the installation knows itself, see [InstallationMark]
  public HealthHandler(
      CheckReadinessUseCase readiness, CheckProvidersUseCase providers, String mark) {
    this.readiness = readiness;
    this.providers = providers;
    this.mark = mark;
  }

  @Override
  public LivenessDto getLiveness(ApiCall call) {
    call.header(InstallationMark.HEADER, mark);
    return new LivenessDto(LivenessDto.StatusEnum.LIVE);
  }

  @Override
  public ReadinessDto getReadiness(ApiCall call) {
    CheckReadinessUseCase.Readiness found = readiness.check();
    var checks = found.checks().stream().map(HealthHandler::dto).toList();
    if (found.isReady()) {
      return new ReadinessDto(ReadinessDto.StatusEnum.READY, checks, states());
    }
    call.status(SERVICE_UNAVAILABLE);
    return new ReadinessDto(ReadinessDto.StatusEnum.NOT_READY, checks, states());
  }

  private List<ProviderStateDto> states() {
    return providers.check().entrySet().stream()
        .map(
            provider ->
                new ProviderStateDto(
                    provider.getKey().value(), ProviderConditions.dto(provider.getValue())))
        .toList();
  }

  private static ReadinessCheckDto dto(CheckReadinessUseCase.Check check) {
    return new ReadinessCheckDto(
        check.name(), check.problem().isEmpty(), check.problem().orElse(null));
  }
}
