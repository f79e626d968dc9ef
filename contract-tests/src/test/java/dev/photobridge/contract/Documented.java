package dev.photobridge.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The operations of the contract, each with the statuses that it documents.
final class Documented {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  private final Map<String, Set<Integer>> statuses = new TreeMap<>();
  private final Map<String, Boolean> open = new TreeMap<>();

  Documented() {
    OpenAPI contract =
        new OpenAPIV3Parser()
            .read(Path.of("..", "openapi", "photobridge.yaml").toAbsolutePath().toString());
    contract
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          String name = method + " " + path;
                          var documented = new TreeSet<Integer>();
                          operation
                              .getResponses()
                              .keySet()
                              .forEach(status -> documented.add(Integer.valueOf(status)));
                          statuses.put(name, documented);
                          open.put(
                              name,
                              operation.getSecurity() != null && operation.getSecurity().isEmpty());
                        }));
  }

  /// Every operation, such as `GET /api/slots/{slot_id}`.
  Set<String> operations() {
    return statuses.keySet();
  }

  /// What an operation may answer.
  Set<Integer> statuses(String operation) {
    return statuses.getOrDefault(operation, Set.of());
  }

  /// Whether anybody may call it.
  boolean isOpen(String operation) {
    return open.getOrDefault(operation, false);
  }

  /// The operation that a request is for.
  ///
  /// @param path without its query
  String operation(String method, String path) {
    return statuses.keySet().stream()
        .filter(name -> name.startsWith(method + " "))
        .filter(name -> matches(name.substring(method.length() + 1), path))
        .min(Comparator.comparingLong(name -> PARAMETER.matcher(name).results().count()))
        .orElseThrow(() -> new AssertionError("not in the contract: " + method + " " + path));
  }

  private static boolean matches(String template, String path) {
    var regex = new StringBuilder();
    for (String segment : template.substring(1).split("/", -1)) {
      regex
          .append('/')
          .append(PARAMETER.matcher(segment).matches() ? "[^/]+" : Pattern.quote(segment));
    }
    return path.matches(regex.toString());
  }
}
