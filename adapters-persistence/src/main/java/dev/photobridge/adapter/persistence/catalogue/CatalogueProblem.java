package dev.photobridge.adapter.persistence.catalogue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with the catalogue; its text form is for operators.
///
/// @param file which file
/// @param line where, counted from 1; null for the file as a whole
/// @param pointer JSON Pointer (RFC 6901) of the value; blank for the file as a whole
/// @param message what is wrong and what is allowed
public record CatalogueProblem(Path file, @Nullable Integer line, String pointer, String message) {
  @Override
  public String toString() {
    return file
        + (line == null ? "" : ", line " + line)
        + (pointer.isEmpty() ? "" : ", " + pointer)
        + ": "
        + message;
  }
}
