package dev.photobridge.adapter.http.ingest;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.upload.FormOutcome;
import dev.photobridge.adapter.http.upload.FormRules;
import dev.photobridge.adapter.http.upload.FormUpload;
import dev.photobridge.adapter.http.upload.OldestFirst;
import dev.photobridge.application.port.in.PhotoUpload;
import dev.photobridge.application.port.in.UploadOutcome;
import dev.photobridge.application.port.in.UploadRejection;
import dev.photobridge.application.port.in.UploadRules;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A booth's form: the photo, the ingest password, and whatever else the booth has to say.
final class MultipartPhotoUpload implements PhotoUpload {
  static final String PASSWORD_FIELD = "password";
  private static final int MAX_PASSWORD_LENGTH = 256;

  private final FormUpload form;

  MultipartPhotoUpload(ApiCall call, OldestFirst order) {
    this.form = new FormUpload(call, order);
  }

  @Override
  public UploadOutcome receive(UploadRules rules, OutputStream photo) throws IOException {
    var password = new PasswordCheck(rules.password());
    var formRules = new FormRules(IngestHandler.FILE_FIELD, rules.maxFileSize(), password);
    return switch (form.read(formRules, photo)) {
      case FormOutcome.Complete complete -> received(complete.fields());
      case FormOutcome.Rejected rejected -> rejected(rejected.why(), password);
    };
  }

  private static UploadOutcome received(Map<String, String> fields) {
    if (!fields.containsKey(PASSWORD_FIELD)) {
      return new UploadOutcome.Rejected(new UploadRejection.PasswordMissing());
    }
    var kept = new HashMap<>(fields);
    kept.remove(PASSWORD_FIELD);
    return new UploadOutcome.Received(kept);
  }

  /// Who does not know the password is not told either what else is missing at the form's end.
  private static UploadOutcome rejected(UploadRejection why, PasswordCheck password) {
    return new UploadOutcome.Rejected(
        why instanceof UploadRejection.FileMissing && !password.isPassed()
            ? new UploadRejection.PasswordMissing()
            : why);
  }

  /// Stops at a wrong password, before the photo is read when the password stands before it.
  private static final class PasswordCheck implements FormRules.FieldCheck {
    private final Predicate<String> right;
    private boolean passed;

    PasswordCheck(Predicate<String> right) {
      this.right = right;
    }

    boolean isPassed() {
      return passed;
    }

    @Override
    public Optional<UploadRejection> check(String name, String value) {
      if (!name.equals(PASSWORD_FIELD)) {
        return Optional.empty();
      }
      if (passed) {
        return Optional.of(new UploadRejection.Malformed("the password is repeated"));
      }
      passed = value.length() <= MAX_PASSWORD_LENGTH && right.test(value);
      return passed ? Optional.empty() : Optional.of(new UploadRejection.PasswordWrong());
    }
  }
}
