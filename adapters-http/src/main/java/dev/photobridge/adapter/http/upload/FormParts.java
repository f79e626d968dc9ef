package dev.photobridge.adapter.http.upload;

import dev.photobridge.adapter.http.upload.PartHeaders.Part;
import dev.photobridge.application.port.in.UploadRejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The parts of one form as they come in: one file, and text fields within limits.
final class FormParts {
  static final int MAX_FIELDS = 64;
  static final int MAX_FIELD_BYTES = 8 * 1024;

  private final FormRules rules;
  private final OutputStream file;
  private final Map<String, String> fields = new HashMap<>();
  private int fieldCount;
  private long textBytes;
  private boolean hasFile;
  private boolean hasOtherFile;

  FormParts(FormRules rules, OutputStream file) {
    this.rules = rules;
    this.file = file;
  }

  /// Reads all parts and gives the text fields.
  Map<String, String> read(MultipartReader reader) throws IOException, FormRejectedException {
    for (var headers = reader.next(); headers.isPresent(); headers = reader.next()) {
      Part part = headers.get().part();
      if (part.name().equals(rules.fileField())) {
        readFile(reader, file);
      } else if (part.isFile()) {
        readOtherFile(reader);
      } else {
        readField(reader, part.name());
      }
    }
    if (!hasFile) {
      throw new FormRejectedException(new UploadRejection.FileMissing());
    }
    return fields;
  }

  private void readFile(MultipartReader reader, OutputStream out)
      throws IOException, FormRejectedException {
    refuseSecondFile(hasFile || hasOtherFile);
    hasFile = true;
    copy(reader, out);
  }

  /// A file under another name is one too many, unless it is the only one: then the right one is
  /// missing.
  private void readOtherFile(MultipartReader reader) throws IOException, FormRejectedException {
    refuseSecondFile(hasFile || hasOtherFile);
    hasOtherFile = true;
    copy(reader, OutputStream.nullOutputStream());
  }

  private static void refuseSecondFile(boolean isSecond) throws FormRejectedException {
    if (isSecond) {
      throw new FormRejectedException(new UploadRejection.FileRepeated());
    }
  }

  private void copy(MultipartReader reader, OutputStream out)
      throws IOException, FormRejectedException {
    var size = new long[1];
    reader.content(
        (bytes, offset, length) -> {
          size[0] += length;
          if (size[0] > rules.maxFileSize().bytes()) {
            throw new FormRejectedException(new UploadRejection.FileTooLarge(rules.maxFileSize()));
          }
          out.write(bytes, offset, length);
        });
  }

  private void readField(MultipartReader reader, String name)
      throws IOException, FormRejectedException {
    fieldCount++;
    if (fieldCount > MAX_FIELDS) {
      throw FormRejectedException.malformed("more than " + MAX_FIELDS + " fields");
    }
    String value = text(reader);
    Optional<UploadRejection> objection = rules.fields().check(name, value);
    if (objection.isPresent()) {
      throw new FormRejectedException(objection.get());
    }
    fields.put(name, value);
  }

  private String text(MultipartReader reader) throws IOException, FormRejectedException {
    var text = new ByteArrayOutputStream();
    reader.content(
        (bytes, offset, length) -> {
          textBytes += length;
          if (text.size() + length > MAX_FIELD_BYTES
              || textBytes > FormUpload.MAX_BYTES_BESIDE_FILE) {
            throw FormRejectedException.malformed("a field too long");
          }
          text.write(bytes, offset, length);
        });
    return FieldText.decode(text.toByteArray(), 0, text.size());
  }
}
