package dev.photobridge.fault.ledger;

import java.util.List;

/// Files and rows that don't match, after everything has had its time to be cleaned up.
///
/// @param filesWithoutRow drafts among them
/// @param rowsWithoutFile rows whose time is not over
/// @param expired rows whose time is over
public record StorageState(
    List<String> filesWithoutRow, List<String> rowsWithoutFile, List<String> expired) {}
