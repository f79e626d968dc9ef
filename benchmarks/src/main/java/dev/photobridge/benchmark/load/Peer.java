package dev.photobridge.benchmark.load;

import java.util.function.Function;

/// One way from a booth to the provider.
///
/// @param name in tables
/// @param request the request that takes a photo this way
/// @param expected what every answer has to be
record Peer(String name, Function<byte[], PreparedRequest> request, Answer.Body expected) {}
