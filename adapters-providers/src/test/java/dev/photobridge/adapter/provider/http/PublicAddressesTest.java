package dev.photobridge.adapter.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fd00::1",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:a00:1::1",
        "2001:0:1::1",
      })
  void ourOwnNetworkIsNotPublic(String address) {
    assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.0.1",
        "100.128.0.1",
        "192.0.2.1",
        "198.20.0.1",
        "2a00:1450::1"
      })
  void theInternetIsPublic(String address) {
    assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "http://booth",
        "http://booth.local/x",
        "http://booth.LAN",
        "http://sub.localhost",
        "http://192.168.1.5:8080",
        "http://[::1]:8080",
        "http://[fd00::7]",
        "http://2130706433",
        "mailto:someone",
      })
  void nobodyOutsideCanReachALocalName(String address) {
    assertThat(PublicAddresses.mayBePublic(URI.create(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://photos.example.com", "http://8.8.8.8:8080", "https://[2a00:1450::1]/"})
  void anybodyCanReachAPublicOne(String address) {
    assertThat(PublicAddresses.mayBePublic(URI.create(address))).isTrue();
  }
}
