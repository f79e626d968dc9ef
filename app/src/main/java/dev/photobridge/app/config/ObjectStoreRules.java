package dev.photobridge.app.config;

import static dev.photobridge.app.config.ConfigurationKey.*;

import java.util.Optional;
import java.util.regex.Pattern;

/// What each key of the store of objects may be.
record ObjectStoreRules(CheckedValues values) {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final String BECAUSE = "MEDIA_STORE is s3";

  /// The store of objects; empty where images are files. Its other keys are looked at only if it is
  /// used.
  Optional<Configuration.ObjectStore> objectStore() {
    boolean used =
        values.parsed(MEDIA_STORE, "file or s3", text -> oneOf(text, "s3", "file")).orElse(false);
    return used ? Optional.of(read()) : Optional.empty();
  }

  private Configuration.ObjectStore read() {
    var _ = values.needed(MEDIA_S3_BUCKET, BECAUSE);
    return new Configuration.ObjectStore(
        values.httpAddress(MEDIA_S3_ENDPOINT),
        values
            .parsed(MEDIA_S3_REGION, "a region like eu-central-1", text -> matching(REGION, text))
            .orElse(""),
        values
            .parsed(
                MEDIA_S3_BUCKET,
                "a bucket's name: 3 to 63 of a-z, 0-9, dot and dash",
                text -> matching(BUCKET, text))
            .orElse(""),
        values
            .parsed(MEDIA_S3_PATH_STYLE, "true or false", text -> oneOf(text, "true", "false"))
            .orElse(true),
        values.needed(MEDIA_S3_ACCESS_KEY, BECAUSE),
        values.needed(MEDIA_S3_SECRET_KEY, BECAUSE));
  }

  private static boolean oneOf(String text, String yes, String no) {
    if (!text.equals(yes) && !text.equals(no)) {
      throw new IllegalArgumentException("neither");
    }
    return text.equals(yes);
  }

  private static String matching(Pattern shape, String text) {
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException("not of that shape");
    }
    return text;
  }
}
