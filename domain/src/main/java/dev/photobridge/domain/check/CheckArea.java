package dev.photobridge.domain.check;

/// What is looked at, in the order in which it is reported.
public enum CheckArea {
  CATALOGUE,
  SECRETS,
  DATABASE,
  DISK,
  CLOCK,
  MEDIA,
  PROVIDER,
  MODEL,
  SLOT,
  PUBLIC_ADDRESS
}
