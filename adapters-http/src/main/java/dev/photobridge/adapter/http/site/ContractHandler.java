package dev.photobridge.adapter.http.site;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.call.HeldBytes;
import dev.photobridge.openapi.api.ContractApi;
import java.io.IOException;

/// Serves the contract that the server was built from.
public final class ContractHandler implements ContractApi<ApiCall> {
  private final HeldBytes contract = new HeldBytes(ClassPathFile.read("/photobridge.yaml"));

  @Override
  public void getContract(ApiCall call) throws IOException {
    call.header("Cache-Control", "no-cache");
    call.send("application/yaml", contract);
  }
}
