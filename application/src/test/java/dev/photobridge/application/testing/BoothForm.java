package dev.photobridge.application.testing;

import dev.photobridge.application.port.in.PhotoUpload;
import dev.photobridge.application.port.in.UploadOutcome;
import dev.photobridge.application.port.in.UploadRejection;
import dev.photobridge.application.port.in.UploadRules;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/// A booth's form that has arrived: a password, fields and a photo.
public record BoothForm(String password, Map<String, String> fields, BytesFile photo)
    implements PhotoUpload {
  /// The password that [TestBridge] expects.
  public static final String PASSWORD = "booth password";

  public BoothForm {
    fields = Map.copyOf(fields);
  }

  /// A form with the right password and this photo.
  public static BoothForm with(PhotoFacts photo) {
    return with(TextPhotos.bytes(photo));
  }

  /// A form with the right password and these bytes for a photo.
  public static BoothForm with(byte[] photo) {
    return new BoothForm(PASSWORD, Map.of("name", "IMG_0001.JPG"), new BytesFile(photo));
  }

  public BoothForm withPassword(String newPassword) {
    return new BoothForm(newPassword, fields, photo);
  }

  public BoothForm withFields(Map<String, String> newFields) {
    return new BoothForm(password, newFields, photo);
  }

  @Override
  public UploadOutcome receive(UploadRules rules, OutputStream out) throws IOException {
    Optional<UploadRejection> rejection = rejection(rules);
    if (rejection.isPresent()) {
      return new UploadOutcome.Rejected(rejection.get());
    }
    out.write(photo.bytes());
    return new UploadOutcome.Received(fields);
  }

  private Optional<UploadRejection> rejection(UploadRules rules) {
    if (!rules.password().test(password)) {
      return Optional.of(new UploadRejection.PasswordWrong());
    }
    return new ByteSize(photo.size()).exceeds(rules.maxFileSize())
        ? Optional.of(new UploadRejection.FileTooLarge(rules.maxFileSize()))
        : Optional.empty();
  }
}
