package dev.photobridge.adapter.http.webhook;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.link.SignedCallbackAddresses;
import dev.photobridge.application.port.in.WakeJobUseCase;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.openapi.api.WebhooksApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes providers' reports and passes what they say on to whoever asks the provider next.
public final class WebhooksHandler implements WebhooksApi<ApiCall> {
  private static final int MAX_BYTES = 64 << 10;

  private final WakeJobUseCase jobs;
  private final SignedCallbackAddresses addresses;

  /// Wired by the application; see the parameters' types.
  public WebhooksHandler(WakeJobUseCase jobs, SignedCallbackAddresses addresses) {
    this.jobs = jobs;
    this.addresses = addresses;
  }

  @Override
  public void receiveWebhook(ApiCall call, UUID jobId, String signature) throws IOException {
    var job = new JobId(jobId);
    if (!addresses.isSignature(job, signature)) {
      throw ErrorAnswer.of(ErrorCodeDto.JOB_NOT_FOUND).with("field", "job_id").asException();
    }
    jobs.wake(job, report(call));
  }

  /// What the body says, unless it is empty or too long to be a report.
  private static @Nullable String report(ApiCall call) throws IOException {
    byte[] body = call.body().readNBytes(MAX_BYTES + 1);
    return body.length == 0 || body.length > MAX_BYTES
        ? null
        : new String(body, StandardCharsets.UTF_8);
  }
}
