package dev.photobridge.adapter.provider.http;

import dev.photobridge.adapter.provider.image.ByteSearch;
import dev.photobridge.application.port.out.DraftSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// Splits a JSON document that arrives in pieces of any length: every string under one name is an
/// image in Base64 and goes into a draft, the rest is kept as the document's text. In the text an
/// image is replaced by its number, other strings are cut to a bearable length (thought signatures
/// run to megabytes), and white space goes.
///
/// It knows strings, escapes and colons, which is enough to find the images; whether the text is
/// JSON is for the parser to say, who gets it next. For one document.
final class JsonImageScanner {
  /// Bytes of a string that are kept. More than any message or name needs.
  static final int LONGEST_STRING = 4096;

  private enum State {
    OUTSIDE,
    STRING,
    IMAGE
  }

  private final String imageName;
  private final ReceivedImages images;
  private final AnswerLimits limits;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final JsonEscape escape = new JsonEscape();

  private State state = State.OUTSIDE;
  private boolean escaping;
  private int stringLength;
  private boolean stringCut;
  // how many characters of the current string agree with the key, or -1
  private int keyMatch;
  private boolean afterKey;
  private boolean afterColon;

  /// @param imageName in ASCII
  JsonImageScanner(String imageName, DraftSource drafts, AnswerLimits limits) {
    this.imageName = imageName;
    this.images = new ReceivedImages(drafts, limits.maxImages());
    this.limits = limits;
  }

  /// Takes the next bytes of the document.
  ///
  /// @throws IOException when a draft can't be written
  void accept(byte[] from, int start, int end) throws IOException, UnusableAnswerException {
    int i = start;
    while (i < end) {
      switch (state) {
        case OUTSIDE -> outside(from[i++]);
        case STRING -> inString(from[i++]);
        case IMAGE -> i = inImage(from, i, end);
      }
    }
  }

  /// The images so far, also where the document turned out to be unusable.
  ReceivedImages images() {
    return images;
  }

  /// The document's text, once all of it was taken.
  byte[] finish() throws UnusableAnswerException {
    if (state != State.OUTSIDE || text.size() == 0) {
      throw UnusableAnswerException.cutOff();
    }
    return text.toByteArray();
  }

  private void outside(byte b) throws IOException, UnusableAnswerException {
    switch (b) {
      case ' ', '\t', '\r', '\n' -> {}
      case '"' -> {
        if (afterColon) {
          keep('"');
          keepAll(images.begin());
          state = State.IMAGE;
        } else {
          beginString();
        }
      }
      default -> {
        if (text.size() == 0 && b != '{') {
          throw UnusableAnswerException.notJson("it does not begin with a brace");
        }
        afterColon = b == ':' && afterKey;
        keep(b);
      }
    }
  }

  private void beginString() throws UnusableAnswerException {
    if (text.size() == 0) {
      throw UnusableAnswerException.notJson("it does not begin with a brace");
    }
    keep('"');
    state = State.STRING;
    stringLength = 0;
    stringCut = false;
    keyMatch = 0;
  }

  private void inString(byte b) throws UnusableAnswerException {
    if (escaping) {
      keepOfString(b);
      int character = escape.next(b);
      if (character != JsonEscape.MORE) {
        escaping = false;
        match(character);
      }
    } else if (b == '"') {
      keep('"');
      state = State.OUTSIDE;
      afterKey = keyMatch == imageName.length();
    } else {
      // only here, between two characters, can a string be cut and stay one
      boolean continuesCharacter = (b & 0xc0) == 0x80;
      stringCut |= stringLength >= LONGEST_STRING && !continuesCharacter;
      keepOfString(b);
      escaping = b == '\\';
      if (!escaping) {
        match(b);
      }
    }
  }

  private int inImage(byte[] from, int start, int end) throws IOException {
    if (escaping) {
      int character = escape.next(from[start]);
      if (character != JsonEscape.MORE) {
        escaping = false;
        images.accept(character);
      }
      return start + 1;
    }
    int i = ByteSearch.indexOfEither((byte) '"', (byte) '\\', from, start, end);
    images.accept(from, start, i);
    if (i == end) {
      return i;
    }
    if (from[i] == '\\') {
      escaping = true;
    } else {
      images.end();
      text.write('"');
      state = State.OUTSIDE;
    }
    return i + 1;
  }

  private void match(int character) {
    boolean agrees =
        keyMatch >= 0 && keyMatch < imageName.length() && imageName.charAt(keyMatch) == character;
    keyMatch = agrees ? keyMatch + 1 : -1;
  }

  private void keepOfString(byte b) throws UnusableAnswerException {
    if (!stringCut) {
      stringLength++;
      keep(b);
    }
  }

  private void keepAll(String placeholder) throws UnusableAnswerException {
    for (int i = 0; i < placeholder.length(); i++) {
      keep(placeholder.charAt(i));
    }
  }

  private void keep(int b) throws UnusableAnswerException {
    if (text.size() >= limits.maxTextBytes()) {
      throw UnusableAnswerException.tooLarge(
          "more than " + limits.maxTextBytes() + " bytes beside its images");
    }
    text.write(b);
  }
}
