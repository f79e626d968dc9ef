package dev.photobridge.application.port.in;

import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.ReportRange;
import dev.photobridge.domain.stats.Tally;
import java.util.List;
import java.util.Optional;

/// Use case: an operator looks at what the slots have done and cost.
public interface ReadStatisticsUseCase {
  /// What came to a slot, by period.
  StatisticsOutcome<SlotReport> ofSlot(StatisticsRequest.OfSlot query);

  /// A page of what came to all slots together, by period.
  StatisticsOutcome<Page<PeriodTally>> global(StatisticsRequest.Global query);

  /// What came to each slot, by period.
  StatisticsOutcome<Export> export(StatisticsRequest.Export query);

  /// What came to each slot since its last reset and of all time.
  Table table(AccountName account);

  /// What came to a slot.
  ///
  /// @param periods ascending, only those in which something came
  record SlotReport(ReportRange range, List<PeriodTally> periods) {
    public SlotReport {
      periods = List.copyOf(periods);
    }
  }

  /// What came to each slot.
  ///
  /// @param slots by id, only those to which something came
  record Export(ReportRange range, List<SlotPeriods> slots) {
    public Export {
      slots = List.copyOf(slots);
    }
  }

  /// What came to a slot.
  ///
  /// @param slot as it is now
  /// @param periods ascending, only those in which something came
  record SlotPeriods(Slot slot, List<PeriodTally> periods) {
    public SlotPeriods {
      periods = List.copyOf(periods);
    }
  }

  /// The statistics page.
  ///
  /// @param slots all 40, by id
  /// @param providers by id, only those that were used
  /// @param total of all time
  record Table(List<SlotLine> slots, List<ProviderLine> providers, Tally total) {
    public Table {
      slots = List.copyOf(slots);
      providers = List.copyOf(providers);
    }
  }

  /// A slot's line.
  ///
  /// @param template the first image among its settings
  /// @param lastCost what the latest run of a booth's photo cost
  record SlotLine(
      Slot slot,
      Optional<MediaId> template,
      Tally sinceReset,
      Tally allTime,
      Optional<Cost> lastCost) {}

  /// What a provider has done of all time.
  record ProviderLine(ProviderId provider, Tally allTime) {}
}
