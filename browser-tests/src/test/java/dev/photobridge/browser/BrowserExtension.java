package dev.photobridge.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.slf4j.LoggerFactory;

/// One browser and one server for all classes, and visitors for each test; see [InChromium].
final class BrowserExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace OURS = Namespace.create(BrowserExtension.class);
  private static final String NONE =
      "no Chromium found: browser tests are skipped; install the package chromium or name it by"
          + " CHROMIUM";

  /// What is found once for all classes.
  private record Found(Optional<Path> program) {
    static Found inEnvironment() {
      Optional<Path> program = ChromiumProgram.in(System.getenv());
      if (program.isEmpty()) {
        LoggerFactory.getLogger(BrowserExtension.class).warn(NONE);
      }
      return new Found(program);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (found(context).isEmpty()) {
      if (Boolean.parseBoolean(System.getenv("BROWSER_REQUIRED"))) {
        throw new IllegalStateException(NONE + ", which BROWSER_REQUIRED forbids");
      }
      abort(NONE);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Visitor.class || type == Visitors.class || type == BridgeUnderTest.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == BridgeUnderTest.class) {
      return bridge(context);
    }
    return type == Visitors.class ? visitors(context) : visitors(context).with(look(context));
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Visitors visitors = context.getStore(OURS).get(Visitors.class, Visitors.class);
    if (visitors != null) {
      visitors.leave(context.getExecutionException().isPresent());
    }
    BridgeUnderTest bridge = shared(context).get(BridgeUnderTest.class, BridgeUnderTest.class);
    if (bridge != null) {
      bridge.resetGemini();
    }
  }

  private static Look look(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), Viewing.class)
        .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Viewing.class))
        .map(viewing -> new Look(viewing.language(), viewing.theme(), viewing.width()))
        .orElse(Look.USUAL);
  }

  private static Visitors visitors(ExtensionContext context) {
    return context
        .getStore(OURS)
        .computeIfAbsent(
            Visitors.class,
            _ ->
                Visitors.none(
                    browser(context),
                    bridge(context).uri(""),
                    TestFolders.of(
                        context.getRequiredTestClass().getSimpleName()
                            + "."
                            + context.getRequiredTestMethod().getName()
                            + "-"
                            + context.getDisplayName())),
            Visitors.class);
  }

  private static Optional<Path> found(ExtensionContext context) {
    return shared(context)
        .computeIfAbsent(Found.class, _ -> Found.inEnvironment(), Found.class)
        .program();
  }

  private static ChromiumBrowser browser(ExtensionContext context) {
    return shared(context)
        .computeIfAbsent(
            ChromiumBrowser.class,
            _ -> ChromiumBrowser.start(found(context).orElseThrow()),
            ChromiumBrowser.class);
  }

  private static BridgeUnderTest bridge(ExtensionContext context) {
    return shared(context)
        .computeIfAbsent(BridgeUnderTest.class, _ -> started(), BridgeUnderTest.class);
  }

  private static BridgeUnderTest started() {
    try {
      return BridgeUnderTest.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// JUnit closes what is in it once all classes are done.
  private static Store shared(ExtensionContext context) {
    return context.getRoot().getStore(OURS);
  }
}
