package dev.photobridge.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads out of documents which settings they speak of.
final class DocumentedSettings {
  private static final Pattern LINE = Pattern.compile("(?m)^#?(\\w+)=(.*)$");
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^## Configuration$(.*?)(?=^## |\\z)");
  private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

  private DocumentedSettings() {}

  /// The keys of a properties file with their values, whether they are commented out or not.
  static Map<String, String> inExample(String properties) {
    return LINE.matcher(properties)
        .results()
        .collect(
            Collectors.toMap(
                line -> line.group(1),
                line -> line.group(2).strip(),
                (first, second) -> first + " and " + second,
                TreeMap::new));
  }

  /// The keys named in the section on configuration.
  static Set<String> inReadme(String markdown) {
    return SECTION
        .matcher(markdown)
        .results()
        .flatMap(section -> NAMED.matcher(section.group(1)).results())
        .map((MatchResult name) -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
