package dev.photobridge.app.server;

import dev.photobridge.adapter.persistence.media.FileMediaStore;
import dev.photobridge.adapter.persistence.media.MediaFolderInspection;
import dev.photobridge.adapter.persistence.media.MediaRootProbe;
import dev.photobridge.adapter.persistence.media.S3BucketInspection;
import dev.photobridge.adapter.persistence.media.S3BucketProbe;
import dev.photobridge.adapter.persistence.media.S3MediaStore;
import dev.photobridge.adapter.persistence.media.S3Settings;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ReadinessProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Where images are kept, as configured.
final class MediaAssembly {
  private MediaAssembly() {}

  static MediaStore store(Configuration.Media media, Jdbi jdbi) throws IOException {
    Optional<S3Settings> objects = objects(media);
    return objects.isPresent()
        ? new S3MediaStore(media.root(), objects.get(), jdbi)
        : new FileMediaStore(media.root(), jdbi);
  }

  /// What must be in order for images to be kept.
  static List<ReadinessProbe> probes(Configuration.Media media) {
    var probes = new ArrayList<ReadinessProbe>();
    probes.add(new MediaRootProbe(media.root()));
    objectProbe(media).ifPresent(probes::add);
    return probes;
  }

  /// Whether images can be kept, tried out.
  static Inspection inspection(Configuration.Media media) {
    return objects(media)
        .<Inspection>map(S3BucketInspection::new)
        .orElseGet(() -> new MediaFolderInspection(media.root()));
  }

  /// What must be in order with the store of objects, where one is used.
  private static Optional<ReadinessProbe> objectProbe(Configuration.Media media) {
    return objects(media).map(S3BucketProbe::new);
  }

  private static Optional<S3Settings> objects(Configuration.Media media) {
    return media
        .objects()
        .map(
            store ->
                new S3Settings(
                    store.endpoint(),
                    store.region(),
                    store.bucket(),
                    store.pathStyle(),
                    store.accessKey(),
                    store.secretKey()));
  }
}
