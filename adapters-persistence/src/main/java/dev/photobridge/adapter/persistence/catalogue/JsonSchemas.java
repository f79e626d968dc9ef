package dev.photobridge.adapter.persistence.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import java.util.List;
import java.util.Locale;

/// Compiles JSON Schemas of draft 2020-12, with formats asserted and nothing fetched from anywhere.
final class JsonSchemas {
  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build();

  // the catalogue's own annotations say nothing about what is allowed
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft202012())
          .keyword(new AnnotationKeyword("x-en"))
          .keyword(new AnnotationKeyword("x-labels"))
          .build();

  private JsonSchemas() {}

  /// A check against this schema; safe for use by many threads.
  static Check compile(JsonNode schema) {
    // a registry each: they cache what they compile, and a catalogue may be read again and again
    var registry =
        SchemaRegistry.withDefaultDialect(
            DIALECT,
            builder ->
                builder
                    .schemaRegistryConfig(CONFIG)
                    .schemaLoader(loader -> loader.fetchRemoteResources(false)));
    Schema compiled = registry.getSchema(schema);
    compiled.initializeValidators();
    return new Check(schema, compiled);
  }

  /// A compiled schema.
  static final class Check {
    private final JsonNode source;
    private final Schema schema;

    private Check(JsonNode source, Schema schema) {
      this.source = source;
      this.schema = schema;
    }

    /// What is wrong with the value; nothing when the schema allows it.
    List<SchemaFinding> findings(JsonNode value) {
      return schema.validate(value).stream()
          .map(error -> SchemaFinding.of(error, source))
          .distinct()
          .toList();
    }

    /// What is wrong with settings, for whoever enters them.
    List<SettingsProblem> problems(JsonNode settings) {
      return schema.validate(settings).stream()
          .map(error -> SettingFinding.of(error, source))
          .distinct()
          .toList();
    }
  }
}
