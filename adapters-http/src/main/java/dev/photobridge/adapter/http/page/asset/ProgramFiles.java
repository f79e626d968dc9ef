package dev.photobridge.adapter.http.page.asset;

import dev.photobridge.adapter.http.site.ClassPathFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/// Where the files of pages are on the class path: our own, and those of libraries that come as
/// WebJars.
final class ProgramFiles {
  private static final String OURS = "web/";
  private static final int HASH_BYTES = 8;

  private ProgramFiles() {}

  /// Their paths, by their names in addresses.
  static SortedMap<String, String> paths() {
    var paths = new TreeMap<String, String>();
    addOurs(paths);
    String htmx = webJar("org.webjars.npm", "htmx.org");
    paths.put("vendor/htmx.js", htmx + "dist/htmx.min.js");
    String swaggerUi = webJar("org.webjars", "swagger-ui");
    paths.put("vendor/swagger-ui.css", swaggerUi + "swagger-ui.css");
    paths.put("vendor/swagger-ui.js", swaggerUi + "swagger-ui-bundle.js");
    return paths;
  }

  /// Tells two states of them apart: by what ours hold, and by the versions of the others.
  static String hash(SortedMap<String, String> paths) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      paths.forEach(
          (name, path) -> {
            digest.update((name + path).getBytes(StandardCharsets.UTF_8));
            if (path.startsWith("/" + OURS)) {
              digest.update(ClassPathFile.read(path));
            }
          });
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void addOurs(SortedMap<String, String> paths) {
    try (ResourceFactory.Closeable factory = ResourceFactory.closeable()) {
      Resource root = factory.newClassLoaderResource(OURS);
      if (root == null) {
        throw new IllegalStateException(OURS + " is missing in the program");
      }
      for (Resource file : root.getAllResources()) {
        if (!file.isDirectory()) {
          String name = String.valueOf(root.getPathTo(file)).replace('\\', '/');
          paths.put(name, "/" + OURS + name);
        }
      }
    }
  }

  /// The folder of a WebJar, in whatever version the build took.
  private static String webJar(String group, String artifact) {
    var jar = new Properties();
    try {
      jar.load(
          new ByteArrayInputStream(
              ClassPathFile.read("/META-INF/maven/" + group + "/" + artifact + "/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/" + artifact + "/" + jar.getProperty("version") + "/";
  }
}
