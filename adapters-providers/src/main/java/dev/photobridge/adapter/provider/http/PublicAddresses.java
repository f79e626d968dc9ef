package dev.photobridge.adapter.provider.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells addresses of the internet from those of this machine and its own network.
public final class PublicAddresses {
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*]");
  private static final List<String> OWN_ENDINGS =
      List.of("localhost", ".local", ".lan", ".internal", ".home.arpa", ".test", ".invalid");

  private PublicAddresses() {}

  /// Whether somebody on the internet could fetch from there, as far as the address alone says; the
  /// name is not looked up.
  public static boolean mayBePublic(URI address) {
    String host = address.getHost();
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    if (NUMBERS.matcher(name).matches()) {
      return isPublicLiteral(name);
    }
    return name.contains(".") && OWN_ENDINGS.stream().noneMatch(name::endsWith);
  }

  private static boolean isPublicLiteral(String literal) {
    try {
      return isPublic(InetAddress.ofLiteral(literal.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Whether this is an address of the internet, by the registries of special-purpose addresses
  /// (RFC 6890).
  static boolean isPublic(InetAddress address) {
    boolean special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    byte[] bytes = address.getAddress();
    return !special
        && (address instanceof Inet4Address ? isPublicIpv4(bytes) : isPublicIpv6(bytes));
  }

  private static boolean isPublicIpv4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return switch (first) {
      case 0 -> false;
      case 100 -> second < 64 || second > 127;
      case 192 -> !(second == 0 && bytes[2] == 0);
      case 198 -> second != 18 && second != 19;
      default -> first < 224;
    };
  }

  /// Only global unicast, and none of the ranges that carry an IPv4 address within.
  private static boolean isPublicIpv6(byte[] bytes) {
    boolean global = (bytes[0] & 0xe0) == 0x20;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
    return global && !sixToFour && !teredo;
  }
}
