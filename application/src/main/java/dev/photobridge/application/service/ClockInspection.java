package dev.photobridge.application.service;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What time it is here, for the operator to compare. Whoever knows another clock compares it.
///
/// @param zone where the booths stand
public record ClockInspection(InstantSource clock, ZoneId zone) implements Inspection {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  @Override
  public CheckArea area() {
    return CheckArea.CLOCK;
  }

  @Override
  public List<Finding> findings() {
    return List.of(
        Finding.of(area(), FindingCode.CLOCK_SHOWN)
            .with("time", TIME.format(LocalDateTime.ofInstant(clock.instant(), zone)))
            .with("zone", zone));
  }
}
