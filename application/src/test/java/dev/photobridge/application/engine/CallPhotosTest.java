package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.COMBINE_IMAGES;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.combineImages;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallPhotosTest {
  private static final PhotoFacts GUEST = aPhoto().withSize(1200, 800).build();
  private static final PhotoFacts SCENE = aPhoto().withSize(300, 200).build();
  private static final PhotoFacts OVERLAY = aPhoto().withSize(30, 20).build();

  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final CallPhotos photos = new CallPhotos(media);
  private final MediaId guest = stored(GUEST);
  private final MediaId scene = stored(SCENE);
  private final MediaId overlay = stored(OVERLAY);

  private MediaId stored(PhotoFacts facts) {
    return media.upload(facts, RECEIVED_AT.plusSeconds(60)).id();
  }

  private CallPhotos.Gathered gathered(Map<String, MediaId> images) {
    var settings = new HashMap<String, @Nullable Object>();
    images.forEach((name, id) -> settings.put(name, id.toString()));
    var setup = new SlotSetup(GEMINI, COMBINE_IMAGES, new SlotSettings(settings));
    JobOrder order = anOrder().withSource(guest).withSetup(setup).build();
    return photos.of(QueuedJob.accepted(order).start(RECEIVED_AT), combineImages());
  }

  private static List<CallPhoto> found(CallPhotos.Gathered gathered) {
    assertThat(gathered).isInstanceOf(CallPhotos.Found.class);
    return ((CallPhotos.Found) gathered).photos();
  }

  @Test
  void areInTheCataloguesOrder() throws IOException {
    List<CallPhoto> found =
        found(gathered(Map.of("overlay_media_id", overlay, "base_media_id", scene)));

    assertThat(found).extracting(CallPhoto::facts).containsExactly(SCENE, GUEST, OVERLAY);
    assertThat(found)
        .extracting(CallPhoto::part)
        .containsExactly(
            new MediaPart.SlotImage("base_media_id", true),
            new MediaPart.GuestPhoto("image"),
            new MediaPart.SlotImage("overlay_media_id", false));
    assertThat(found.get(1).file().open()).hasBinaryContent(TextPhotos.bytes(GUEST));
  }

  @Test
  void leaveOutAnOptionalOneThatTheSlotDoesNotName() {
    assertThat(found(gathered(Map.of("base_media_id", scene))))
        .extracting(CallPhoto::facts)
        .containsExactly(SCENE, GUEST);
  }

  @Test
  void missARequiredOneThatTheSlotDoesNotName() {
    assertThat(gathered(Map.of("overlay_media_id", overlay)))
        .isEqualTo(
            new CallPhotos.Missing(
                FailureKind.SLOT_IMAGE_MISSING,
                "the image for base_media_id is not stored any more"));
  }

  @Test
  void missOneThatIsGoneEvenIfItIsOptional() {
    assertThat(gathered(Map.of("base_media_id", scene, "overlay_media_id", aMediaId(99))))
        .isEqualTo(
            new CallPhotos.Missing(
                FailureKind.SLOT_IMAGE_MISSING,
                "the image for overlay_media_id is not stored any more"));
  }

  @Test
  void blameTheServerWhenTheGuestsPhotoIsGone() {
    media.delete(guest);

    assertThat(gathered(Map.of("base_media_id", scene)))
        .isEqualTo(
            new CallPhotos.Missing(
                FailureKind.INTERNAL, "the guest's photo is not stored any more"));
  }
}
