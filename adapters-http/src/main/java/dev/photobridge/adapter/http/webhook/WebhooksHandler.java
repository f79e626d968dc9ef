package dev.photobridge.adapter.http.webhook;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.link.SignedCallbackAddresses;
import dev.photobridge.application.port.in.WakeJobUseCase;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.openapi.api.WebhooksApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.util.UUID;

/// Takes providers' reports. What they say is not read: the provider is asked.
public final class WebhooksHandler implements WebhooksApi<ApiCall> {
  private final WakeJobUseCase jobs;
  private final SignedCallbackAddresses addresses;

  /// Wired by the application; see the parameters' types.
  public WebhooksHandler(WakeJobUseCase jobs, SignedCallbackAddresses addresses) {
    this.jobs = jobs;
    this.addresses = addresses;
  }

  @Override
  public void receiveWebhook(ApiCall call, UUID jobId, String signature) {
    var job = new JobId(jobId);
    if (!addresses.isSignature(job, signature)) {
      throw ErrorAnswer.of(ErrorCodeDto.JOB_NOT_FOUND).with("field", "job_id").asException();
    }
    jobs.wake(job);
  }
}
