package dev.photobridge.architecture;

import com.google.errorprone.annotations.Immutable;

/// Package patterns of the design below a root package. A rule is written once against a layout,
/// and evaluated twice: on the product, and on classes that break it on purpose.
///
/// @param root the package that everything lies in
@Immutable
record Layout(String root) {
  /// The product.
  static final Layout PRODUCT = new Layout("dev.photobridge");

  /// Everything.
  String all() {
    return root + "..";
  }

  String domain() {
    return root + ".domain..";
  }

  String application() {
    return root + ".application..";
  }

  String ports() {
    return root + ".application.port..";
  }

  /// What the outside may ask of the application.
  String drivingPorts() {
    return root + ".application.port.in..";
  }

  /// What the application needs from the outside.
  String drivenPorts() {
    return root + ".application.port.out..";
  }

  String services() {
    return root + ".application.service..";
  }

  String engine() {
    return root + ".application.engine..";
  }

  /// Records and interfaces generated from the contract.
  String openapi() {
    return root + ".openapi..";
  }

  /// The generated interfaces, one a tag.
  String contractInterfaces() {
    return root + ".openapi.api..";
  }

  String http() {
    return root + ".adapter.http..";
  }

  /// Serves small files that are part of the program.
  String ownFiles() {
    return root + ".adapter.http.site..";
  }

  String providers() {
    return root + ".adapter.provider..";
  }

  /// One provider; the part in parentheses is its name.
  String provider() {
    return root + ".adapter.provider.(*)..";
  }

  /// What several providers use.
  String[] sharedByProviders() {
    return new String[] {
      root + ".adapter.provider.http..",
      root + ".adapter.provider.image..",
      root + ".adapter.provider.pixels.."
    };
  }

  String persistence() {
    return root + ".adapter.persistence..";
  }

  String app() {
    return root + ".app..";
  }

  /// The commands, which talk to people on a terminal.
  String commandLine() {
    return root + ".app.cli..";
  }

  /// A package anywhere below the root.
  String anywhere(String name) {
    return root + ".." + name + "..";
  }

  /// The parts of the product; every class lies in one of them.
  String[] parts() {
    return new String[] {
      openapi(), domain(), ports(), services(), engine(), http(), providers(), persistence(), app()
    };
  }
}
