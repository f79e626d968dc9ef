package dev.photobridge.fault.ledger;

import org.jspecify.annotations.Nullable;

/// A job as the database has it.
///
/// @param photo its number; -1: none of ours
/// @param state as in the table
/// @param lostAttempts that broke off with their worker
/// @param failure its kind and reason; null: it did not fail
/// @param kept the digest of the result's file; null: there is no result or no file
public record JobRow(
    String id,
    String slot,
    int photo,
    String state,
    int lostAttempts,
    @Nullable String failure,
    @Nullable String kept) {
  boolean isOpen() {
    return switch (state) {
      case "QUEUED", "RUNNING", "WAITING_PROVIDER" -> true;
      default -> false;
    };
  }

  boolean hasSucceeded() {
    return state.startsWith("SUCCEEDED");
  }
}
