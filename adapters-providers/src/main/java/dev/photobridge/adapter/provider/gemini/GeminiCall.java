package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.domain.provider.Model;

/// A call that has everything it needs.
///
/// @param abilities the model's
/// @param key to be sent with everything
record GeminiCall(
    ProviderCall call, Model model, ModelAbilities abilities, String key, Deadline deadline) {
  @Override
  public String toString() {
    return "GeminiCall[" + call.job() + ", " + model.id() + "]";
  }
}
