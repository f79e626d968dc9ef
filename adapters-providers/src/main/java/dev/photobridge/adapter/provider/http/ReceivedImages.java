package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The images of one answer, each in a draft of its own. Closing throws away those that nobody
/// took.
final class ReceivedImages implements AutoCloseable {
  private final DraftSource source;
  private final int limit;
  private final List<MediaDraft> drafts = new ArrayList<>();
  private final Map<String, MediaDraft> whole = new HashMap<>();
  private final Base64Sink sink = new Base64Sink();
  private @Nullable OutputStream writing;

  ReceivedImages(DraftSource source, int limit) {
    this.source = source;
    this.limit = limit;
  }

  /// Begins the next image.
  ///
  /// @return what stands for it in the document's text
  String begin() throws IOException, UnusableAnswerException {
    if (drafts.size() == limit) {
      throw UnusableAnswerException.tooLarge("more than " + limit + " images");
    }
    MediaDraft draft = source.begin();
    drafts.add(draft);
    writing = draft.write();
    sink.begin(writing);
    return placeholder();
  }

  void accept(byte[] from, int start, int end) throws IOException {
    sink.accept(from, start, end);
  }

  void accept(int character) throws IOException {
    sink.accept(character);
  }

  /// Ends the image.
  void end() throws IOException {
    boolean usable = sink.finish();
    closeWriting();
    if (usable) {
      whole.put(placeholder(), drafts.getLast());
    }
  }

  /// Hands an image over; from now on it is the caller's. Empty where its string was no Base64 or
  /// had nothing in it.
  Optional<MediaDraft> take(String placeholder) {
    MediaDraft draft = whole.remove(placeholder);
    drafts.remove(draft);
    return Optional.ofNullable(draft);
  }

  @Override
  public void close() {
    try {
      closeWriting();
    } catch (IOException _) {
      // the draft goes anyway
    }
    drafts.forEach(MediaDraft::close);
    drafts.clear();
    whole.clear();
  }

  private String placeholder() {
    return String.valueOf(drafts.size() - 1);
  }

  private void closeWriting() throws IOException {
    if (writing != null) {
      writing.close();
      writing = null;
    }
  }
}
