package dev.photobridge.adapter.http.page.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/// The files of pages on the class path: our own, and those of libraries that come as WebJars.
final class ProgramFiles {
  private static final String OURS = "web/";
  private static final int HASH_BYTES = 8;

  private ProgramFiles() {}

  /// All of them, by their names in addresses.
  static Map<String, Asset> assets() {
    var all = new TreeMap<String, Asset>();
    addOurs(all);
    add(all, "vendor/htmx.js", webJar("org.webjars.npm", "htmx.org", "dist/htmx.min.js"));
    add(all, "vendor/swagger-ui.js", webJar("org.webjars", "swagger-ui", "swagger-ui-bundle.js"));
    add(all, "vendor/swagger-ui.css", webJar("org.webjars", "swagger-ui", "swagger-ui.css"));
    return all;
  }

  /// Tells two states of them apart.
  static String hash(Map<String, Asset> assets) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, Asset> file : assets.entrySet()) {
        digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
        try (InputStream bytes = file.getValue().bytes().open()) {
          digest.update(bytes.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addOurs(Map<String, Asset> all) {
    try (ResourceFactory.Closeable factory = ResourceFactory.closeable()) {
      Resource root = factory.newClassLoaderResource(OURS);
      if (root == null) {
        throw new IllegalStateException(OURS + " is missing in the program");
      }
      for (Resource file : root.getAllResources()) {
        if (!file.isDirectory()) {
          String name = String.valueOf(root.getPathTo(file)).replace('\\', '/');
          add(all, name, bytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, Asset> all, String name, byte[] bytes) {
    all.put(name, Asset.of(name, bytes));
  }

  private static byte[] bytes(Resource file) throws IOException {
    try (InputStream in = file.newInputStream()) {
      return in.readAllBytes();
    }
  }

  /// A file of a WebJar, in whatever version the build took.
  private static byte[] webJar(String group, String artifact, String file) {
    var jar = new Properties();
    try (InputStream in =
        resource("META-INF/maven/" + group + "/" + artifact + "/pom.properties")) {
      jar.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String folder = "META-INF/resources/webjars/" + artifact + "/" + jar.getProperty("version");
    try (InputStream in = resource(folder + "/" + file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String path) {
    InputStream in = ProgramFiles.class.getResourceAsStream("/" + path);
    if (in == null) {
      throw new IllegalStateException(path + " is missing in the program");
    }
    return in;
  }
}
