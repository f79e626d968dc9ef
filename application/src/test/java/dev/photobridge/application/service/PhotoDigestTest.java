package dev.photobridge.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhotoDigestTest {
  private static final byte[] PHOTO = {1, 2, 3};
  private static final SlotAddress SLOT = address("serg", 1);

  @Test
  void theSamePhotoForTheSameSlotHasTheSameKey() throws IOException {
    assertThat(key(PHOTO, address("serg", 1), 4, Map.of("id", "2")))
        .isEqualTo(key(PHOTO, SLOT, 4, Map.of("id", "1")));
  }

  @Test
  void anythingThatChangesTheResultChangesTheKey() throws IOException {
    DuplicateKey key = key(PHOTO, SLOT, 4, Map.of());

    assertThat(key(new byte[] {1, 2, 4}, SLOT, 4, Map.of())).isNotEqualTo(key);
    assertThat(key(PHOTO, address("igor", 1), 4, Map.of())).isNotEqualTo(key);
    assertThat(key(PHOTO, address("serg", 2), 4, Map.of())).isNotEqualTo(key);
    assertThat(key(PHOTO, SLOT, 5, Map.of())).isNotEqualTo(key);
    assertThat(key(PHOTO, SLOT, 4, Map.of("wish", "a pirate"))).isNotEqualTo(key);
  }

  @Test
  void wordsDoNotFlowIntoEachOther() throws IOException {
    assertThat(key(PHOTO, SLOT, 4, Map.of("ab", "c")))
        .isNotEqualTo(key(PHOTO, SLOT, 4, Map.of("a", "bc")));
  }

  @Test
  void theBytesArePassedOn() throws IOException {
    var written = new ByteArrayOutputStream();
    try (OutputStream out = new PhotoDigest().over(written)) {
      out.write(PHOTO);
    }

    assertThat(written.toByteArray()).isEqualTo(PHOTO);
  }

  private static DuplicateKey key(
      byte[] photo, SlotAddress slot, long version, Map<String, String> fields) throws IOException {
    var digest = new PhotoDigest();
    try (OutputStream out = digest.over(OutputStream.nullOutputStream())) {
      out.write(photo);
    }
    return digest.key(slot, version, fields);
  }

  private static SlotAddress address(String account, int number) {
    return new SlotAddress(new AccountName(account), SlotId.number(number));
  }
}
