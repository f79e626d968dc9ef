package dev.photobridge.adapter.persistence.secrets;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import dev.photobridge.application.port.out.SecretName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/// Encrypts and authenticates secrets with AES-256-GCM and a new nonce each time. What it makes is
/// bound to the secret's name: it can't be read under another one. Safe for use by many threads.
final class SecretCipher {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final Aead aead;

  /// @param vaultKey 32 bytes in Base64
  SecretCipher(String vaultKey) {
    try {
      this.aead = AesGcmJce.create(key(Base64.getDecoder().decode(vaultKey)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the vault key is not one of AES-256-GCM", e);
    }
  }

  byte[] encrypted(SecretName name, String value) {
    try {
      return aead.encrypt(value.getBytes(StandardCharsets.UTF_8), binding(name));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  /// The secret, or empty where this is not what [#encrypted] made under this name and key.
  Optional<String> decrypted(SecretName name, byte[] ciphertext) {
    try {
      return Optional.of(
          new String(aead.decrypt(ciphertext, binding(name)), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static byte[] binding(SecretName name) {
    return ("photobridge/secret/" + name.value()).getBytes(StandardCharsets.UTF_8);
  }

  @AccessesPartialKey
  private static AesGcmKey key(byte[] bytes) throws GeneralSecurityException {
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(KEY_BYTES)
            .setIvSizeBytes(NONCE_BYTES)
            .setTagSizeBytes(TAG_BYTES)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    return AesGcmKey.builder()
        .setParameters(parameters)
        .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
        .build();
  }
}
