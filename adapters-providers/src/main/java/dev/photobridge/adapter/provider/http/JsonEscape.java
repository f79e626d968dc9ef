package dev.photobridge.adapter.provider.http;

/// Reads the escapes of JSON strings (RFC 8259 section 7) byte by byte.
final class JsonEscape {
  /// The escape is not complete yet.
  static final int MORE = -1;

  /// This is no escape of JSON.
  static final int ILLEGAL = -2;

  private int digitsLeft;
  private int code;

  /// Takes the next byte after the backslash.
  ///
  /// @return the UTF-16 character that the escape stands for, or [#MORE], or [#ILLEGAL]
  int next(byte b) {
    if (digitsLeft > 0) {
      int digit = Character.digit(b, 16);
      code = code * 16 + digit;
      digitsLeft--;
      if (digit < 0) {
        digitsLeft = 0;
        return ILLEGAL;
      }
      return digitsLeft == 0 ? code : MORE;
    }
    return switch (b) {
      case '"', '\\', '/' -> b;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        digitsLeft = 4;
        code = 0;
        yield MORE;
      }
      default -> ILLEGAL;
    };
  }
}
