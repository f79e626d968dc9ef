package dev.photobridge.adapter.provider.deepseek;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.application.port.out.PromptOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.prompt.TextTemplate;
import dev.photobridge.domain.provider.Cost;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// What an answer with status 200 means: JSON mode promises JSON, but blanks come, too, and no mode
/// promises that the words are fit for use.
///
/// @param original the prompt that was to be rewritten
/// @param cost of the call
record PromptReading(ProviderJson json, String original, Cost cost) {
  PromptOutcome of(ChatResponseDto response) {
    if (response.finishReason().equals("content_filter")) {
      return failed(FailureKind.REFUSED, "CONTENT_FILTER", "the service refuses the prompt");
    }
    if (response.finishReason().equals("insufficient_system_resource")) {
      return failed(
          FailureKind.UNAVAILABLE, "INSUFFICIENT_SYSTEM_RESOURCE", "the service is overloaded");
    }
    String content = response.content();
    if (content.isEmpty()) {
      return unusable("BLANK_ANSWER", "the model answered with blanks");
    }
    JsonNode prompt = json.tree(content.getBytes(StandardCharsets.UTF_8)).path("prompt");
    if (!prompt.isTextual()) {
      return unusable("ANSWER_NOT_JSON", "the model's answer is not the JSON that was asked for");
    }
    return checked(prompt.textValue().strip());
  }

  private PromptOutcome checked(String prompt) {
    if (prompt.isEmpty()) {
      return unusable("BLANK_ANSWER", "the model's prompt is empty");
    }
    if (prompt.codePointCount(0, prompt.length()) > PromptRequest.LONGEST) {
      return unusable(
          "PROMPT_TOO_LONG",
          "the model's prompt has more than " + PromptRequest.LONGEST + " characters");
    }
    return places(prompt).equals(places(original))
        ? new PromptOutcome.Written(prompt, cost)
        : unusable(
            "PLACES_CHANGED",
            "the model changed the places in braces, where the guest's own words are filled in");
  }

  /// A place that is named twice may well be named once in other words.
  private static Set<TextTemplate.Variable> places(String prompt) {
    return new HashSet<>(new TextTemplate(prompt).variables());
  }

  private PromptOutcome unusable(String reason, String detail) {
    return failed(FailureKind.UNUSABLE_ANSWER, reason, detail);
  }

  private PromptOutcome failed(FailureKind kind, String reason, String detail) {
    return new PromptOutcome.Failed(new JobFailure(kind, reason, detail, cost));
  }
}
