package dev.photobridge.application.port.in;

import dev.photobridge.application.port.out.Statistics.ResetEnd;
import dev.photobridge.domain.slot.SlotAddress;

/// Use case: an operator sets a slot's statistics to zero.
public interface ResetStatisticsUseCase {
  /// Lets the statistics since the last reset, and the cost cap of that time, count from now. The
  /// slot's version stays.
  ResetEnd reset(SlotAddress slot);
}
