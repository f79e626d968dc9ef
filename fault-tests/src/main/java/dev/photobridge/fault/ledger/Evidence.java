package dev.photobridge.fault.ledger;

import dev.photobridge.fault.booth.Post;
import dev.photobridge.fault.provider.Call;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All that is known when everything has come to rest.
///
/// @param fetched what the API gave for jobs whose booths did not get a result: digests by job
/// @param providerAway when the provider cut all connections; hits every call
public record Evidence(
    List<Post> posts,
    List<Call> calls,
    List<JobRow> jobs,
    Map<String, String> fetched,
    List<Disturbance> disturbances,
    List<FaultTime> providerAway,
    List<FaultTime> faults,
    StorageState storage) {

  Map<String, JobRow> jobsById() {
    return jobs.stream().collect(Collectors.toMap(JobRow::id, Function.identity()));
  }

  /// Which photo each of the provider's results was made for, by digests.
  Map<String, Integer> photosOfResults() {
    var photos = new HashMap<String, Integer>();
    for (Call call : calls) {
      if (call.result() != null) {
        photos.put(call.result(), call.photo());
      }
    }
    return photos;
  }

  Map<Integer, Post> postsByPhoto() {
    return posts.stream().collect(Collectors.toMap(Post::photo, Function.identity()));
  }

  /// The fault that was going on while the booth of this photo waited.
  Optional<FaultTime> cause(Post post) {
    return faults.stream()
        .filter(fault -> fault.touches(post.sentAt(), post.endedAt()))
        .findFirst();
  }

  /// Whether this node could not hold what it began at `begin` until `end`.
  boolean isDisturbed(String node, Instant begin, Instant end) {
    return disturbances.stream().anyMatch(disturbance -> disturbance.hits(node, begin, end));
  }
}
