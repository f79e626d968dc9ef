package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.MediaStoreContract;
import dev.photobridge.domain.media.MediaObject;

class InMemoryMediaStoreTest extends MediaStoreContract {
  private final InMemoryMediaStore store = new InMemoryMediaStore();

  @Override
  protected MediaStore store() {
    return store;
  }

  @Override
  protected void loseRow(MediaObject media) {
    store.deleteRow(media.id());
  }

  @Override
  protected void loseFile(MediaObject media) {
    store.deleteBytes(media.id());
  }
}
