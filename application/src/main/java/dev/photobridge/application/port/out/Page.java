package dev.photobridge.application.port.out;

import java.util.List;

/// A part of a long list.
///
/// @param items of this page
/// @param number counted from 1
/// @param size items a full page has
/// @param total items of all pages
public record Page<T>(List<T> items, int number, int size, long total) {
  public Page {
    items = List.copyOf(items);
  }
}
