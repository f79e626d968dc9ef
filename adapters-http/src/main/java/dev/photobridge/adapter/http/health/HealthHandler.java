package dev.photobridge.adapter.http.health;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.application.port.in.CheckReadinessUseCase;
import dev.photobridge.openapi.api.HealthApi;
import dev.photobridge.openapi.model.LivenessDto;
import dev.photobridge.openapi.model.ReadinessCheckDto;
import dev.photobridge.openapi.model.ReadinessDto;

/// Says whether the process lives and whether it can take photos.
public final class HealthHandler implements HealthApi<ApiCall> {
  private static final int SERVICE_UNAVAILABLE = 503;

  private final CheckReadinessUseCase readiness;

  /// Wired by the application; see the parameter's type.
  public HealthHandler(CheckReadinessUseCase readiness) {
    this.readiness = readiness;
  }

  @Override
  public LivenessDto getLiveness(ApiCall call) {
    return new LivenessDto(LivenessDto.StatusEnum.LIVE);
  }

  @Override
  public ReadinessDto getReadiness(ApiCall call) {
    CheckReadinessUseCase.Readiness found = readiness.check();
    var checks = found.checks().stream().map(HealthHandler::dto).toList();
    if (found.isReady()) {
      return new ReadinessDto(ReadinessDto.StatusEnum.READY, checks);
    }
    call.status(SERVICE_UNAVAILABLE);
    return new ReadinessDto(ReadinessDto.StatusEnum.NOT_READY, checks);
  }

  private static ReadinessCheckDto dto(CheckReadinessUseCase.Check check) {
    return new ReadinessCheckDto(
        check.name(), check.problem().isEmpty(), check.problem().orElse(null));
  }
}
