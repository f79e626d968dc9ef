package dev.photobridge.fault.ledger;

/// A rule that did not hold.
///
/// @param subject the photo, job or file
/// @param what happened
public record Violation(Rule rule, String subject, String what) {}
