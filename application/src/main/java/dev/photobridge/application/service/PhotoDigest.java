package dev.photobridge.application.service;

import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.slot.SlotAddress;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// The SHA-256 of a photo's bytes, taken while they are written. For one thread at a time.
final class PhotoDigest {
  private final MessageDigest photo = sha256();

  /// A stream that digests what it passes on.
  OutputStream over(OutputStream out) {
    return new DigestOutputStream(out, photo);
  }

  /// What marks orders for the same as this photo's, once all of it is written. Ends the digest.
  ///
  /// @param slotVersion changes with every change of the slot
  /// @param fields the booth's form fields
  DuplicateKey key(SlotAddress slot, long slotVersion, Map<String, String> fields) {
    MessageDigest order = sha256();
    order.update(photo.digest());
    for (String word : DuplicateKey.wordsOf(slot, slotVersion, fields)) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      // the length before it, so that no two lists of words look alike
      order.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      order.update(bytes);
    }
    return new DuplicateKey(HexFormat.of().formatHex(order.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
