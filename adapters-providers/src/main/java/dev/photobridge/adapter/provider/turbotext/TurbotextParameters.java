package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.adapter.provider.http.DownloadRules;
import dev.photobridge.adapter.provider.http.RetryAfter;
import dev.photobridge.domain.job.FailureKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How to speak with the service, as far as that is not known for sure: `parameters` of its entry
/// in the catalogue. `docs/providers/turbotext.md` explains them.
///
/// @param maxInputSidePx photos with a longer side are scaled down before they are shared
/// @param pollAfter pause before each question for a result
/// @param webhookCheckAfter the same where a webhook reports it
/// @param webhooks whether webhooks are used where the server has a public address
/// @param asksByAsyncId whether results of calls with a webhook can be asked for, too
/// @param ownNetwork whether the service stands in our own network and may use its addresses
/// @param resultHosts whom results may be fetched from besides the service's own address
/// @param maxResultBytes of one result
/// @param errorKinds what the service's words for errors mean, beyond those that are known
public record TurbotextParameters(
    int maxInputSidePx,
    Duration pollAfter,
    Duration webhookCheckAfter,
    boolean webhooks,
    boolean asksByAsyncId,
    boolean ownNetwork,
    Set<String> resultHosts,
    long maxResultBytes,
    Map<String, FailureKind> errorKinds) {
  private static final String ERROR = "error.";

  public TurbotextParameters {
    resultHosts = Set.copyOf(resultHosts);
    errorKinds = Map.copyOf(errorKinds);
  }

  /// Reads them; what is absent has its usual value.
  ///
  /// @throws IllegalArgumentException naming the parameter that can't be read
  public static TurbotextParameters of(Map<String, String> parameters) {
    var reader = new Reader(parameters);
    return new TurbotextParameters(
        reader.number("max_input_side_px", 2048),
        reader.seconds("poll_after_sec", "3"),
        reader.seconds("webhook_check_sec", "10"),
        reader.yes("webhook", true),
        reader.yes("ask_by_asyncid", true),
        reader.yes("own_network", false),
        reader.hosts("result_hosts", "www.turbotext.ru,turbotext.ru"),
        (long) reader.number("max_result_mb", 64) << 20,
        reader.errorKinds());
  }

  /// From where results may be fetched.
  DownloadRules downloads(TurbotextAddress address) {
    var hosts = new HashSet<>(resultHosts);
    hosts.add(address.base().getAuthority());
    return new DownloadRules(hosts, address.isPlainHttp(), ownNetwork, maxResultBytes);
  }

  private record Reader(Map<String, String> texts) {
    private int number(String name, int usual) {
      String text = texts.getOrDefault(name, Integer.toString(usual));
      if (!text.matches("[1-9][0-9]{0,5}")) {
        throw wrong(name, "a whole number from 1 to 999999");
      }
      return Integer.parseInt(text);
    }

    private Duration seconds(String name, String usual) {
      return RetryAfter.seconds(texts.getOrDefault(name, usual))
          .orElseThrow(() -> wrong(name, "a number of seconds"));
    }

    private boolean yes(String name, boolean usual) {
      return switch (texts.getOrDefault(name, Boolean.toString(usual))) {
        case "true" -> true;
        case "false" -> false;
        default -> throw wrong(name, "true or false");
      };
    }

    private Set<String> hosts(String name, String usual) {
      var hosts = new HashSet<String>();
      Arrays.stream(texts.getOrDefault(name, usual).split(","))
          .map(String::strip)
          .filter(host -> !host.isEmpty())
          .forEach(hosts::add);
      return hosts;
    }

    private Map<String, FailureKind> errorKinds() {
      var kinds = new HashMap<String, FailureKind>();
      texts.forEach(
          (name, kind) -> {
            if (name.startsWith(ERROR)) {
              kinds.put(ErrorWords.wordOf(name.substring(ERROR.length())), kind(name, kind));
            }
          });
      return kinds;
    }

    private static FailureKind kind(String name, String kind) {
      try {
        return FailureKind.valueOf(kind);
      } catch (IllegalArgumentException _) {
        throw wrong(name, "one of " + Arrays.toString(FailureKind.values()));
      }
    }

    private static IllegalArgumentException wrong(String name, String wanted) {
      return new IllegalArgumentException("parameter %s must be %s".formatted(name, wanted));
    }
  }
}
