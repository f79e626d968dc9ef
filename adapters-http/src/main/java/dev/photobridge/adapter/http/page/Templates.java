package dev.photobridge.adapter.http.page;

import dev.photobridge.adapter.http.page.asset.Assets;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.Map;

/// Draws pages. Safe for use by many threads.
public final class Templates {
  private final TemplateEngine engine;
  private final Assets assets;

  private Templates(TemplateEngine engine, Assets assets) {
    this.engine = engine;
    this.assets = assets;
  }

  /// The templates that came with the program.
  public static Templates ofProgram() {
    return new Templates(TemplateEngine.createPrecompiled(ContentType.Html), Assets.ofProgram());
  }

  /// Those of a source tree, read anew when they change; for whoever writes pages.
  ///
  /// @param sources the folder `src/main` of this module
  /// @param compiled a folder for what is made of them
  public static Templates ofSources(Path sources, Path compiled) {
    CodeResolver resolver = new DirectoryCodeResolver(sources.resolve("jte"));
    TemplateEngine engine = TemplateEngine.create(resolver, compiled, ContentType.Html);
    engine.setTrimControlStructures(true);
    return new Templates(engine, Assets.ofSources(sources.resolve("resources/web")));
  }

  /// The styles and scripts that go with them.
  public Assets assets() {
    return assets;
  }

  /// The HTML of a template, which takes the parameters `page` and `view`.
  ///
  /// @param name without its ending, such as `jobs/list`
  String html(String name, Page page, Object view) {
    var html = new StringOutput();
    engine.render(name + ".jte", Map.of("page", page, "view", view), html);
    return html.toString();
  }
}
