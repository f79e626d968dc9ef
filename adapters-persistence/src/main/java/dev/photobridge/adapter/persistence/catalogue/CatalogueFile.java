package dev.photobridge.adapter.persistence.catalogue;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// The provider catalogue, `configs/providers.json` (PRODUCT section 4).
public final class CatalogueFile {
  private static final int MAX_BYTES = 4 * 1024 * 1024;
  private static final String SCHEMA = "/providers.schema.json";

  private final Path file;
  private final JsonSchemas.Check catalogueSchema;
  private final JsonSchemas.Check settingsSchema;

  /// The catalogue in this file; nothing is read yet.
  public CatalogueFile(Path file) {
    this.file = file;
    JsonNode schema = schema();
    this.catalogueSchema = JsonSchemas.compile(schema);
    this.settingsSchema = JsonSchemas.compile(settingsSchema(schema));
  }

  /// Reads and checks it: against its JSON Schema, then whether its parts agree with each other.
  public CatalogueReading read() {
    if (Files.isDirectory(file)) {
      return invalid("is a folder; the catalogue is a file");
    }
    try {
      byte[] json = bytes();
      if (json.length > MAX_BYTES) {
        return invalid("is larger than 4 MB and can hardly be a catalogue");
      }
      JsonDocument document = JsonDocument.parse(json);
      return document.root().isMissingNode() ? invalid("is empty") : checked(document);
    } catch (JsonProcessingException e) {
      return notJson(e);
    } catch (NoSuchFileException _) {
      return invalid("does not exist; PROVIDERS_FILE says where the catalogue is");
    } catch (IOException e) {
      return invalid("can't be read: " + e);
    }
  }

  private CatalogueReading checked(JsonDocument document) {
    List<SchemaFinding> findings = catalogueSchema.findings(document.root());
    if (findings.isEmpty()) {
      findings = CatalogueRules.findings(document.root(), settingsSchema);
    }
    return findings.isEmpty()
        ? new CatalogueReading.Loaded(CatalogueMapping.catalogue(document.root()))
        : new CatalogueReading.Invalid(
            findings.stream().map(finding -> problem(document, finding)).toList());
  }

  private CatalogueProblem problem(JsonDocument document, SchemaFinding finding) {
    return new CatalogueProblem(
        file, document.line(finding.pointer()).orElse(null), finding.pointer(), finding.message());
  }

  private CatalogueReading invalid(String message) {
    return new CatalogueReading.Invalid(List.of(new CatalogueProblem(file, null, "", message)));
  }

  private CatalogueReading notJson(JsonProcessingException cause) {
    JsonLocation place = cause.getLocation();
    return new CatalogueReading.Invalid(
        List.of(
            new CatalogueProblem(
                file,
                place == null ? null : place.getLineNr(),
                "",
                "is not JSON: " + cause.getOriginalMessage())));
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  private static JsonNode schema() {
    try (InputStream in = CatalogueFile.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " is not on the class path");
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The definition of `settings_schema` as a schema of its own.
  private static JsonNode settingsSchema(JsonNode catalogueSchema) {
    ObjectNode schema = new ObjectMapper().createObjectNode();
    schema.put("$ref", "#/$defs/settings_schema");
    schema.set("$defs", catalogueSchema.path("$defs"));
    return schema;
  }
}
