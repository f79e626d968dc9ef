package dev.photobridge.adapter.http.slot;

import dev.photobridge.application.port.in.FindSlotUseCase;
import dev.photobridge.application.port.in.ListSlotVersionsUseCase;
import dev.photobridge.application.port.in.ListSlotsUseCase;
import dev.photobridge.application.port.in.ResetSlotUseCase;
import dev.photobridge.application.port.in.RestoreSlotVersionUseCase;
import dev.photobridge.application.port.in.UpdateSlotUseCase;

/// What operators can do with slots.
public record SlotUseCases(
    ListSlotsUseCase list,
    FindSlotUseCase find,
    UpdateSlotUseCase update,
    ResetSlotUseCase reset,
    ListSlotVersionsUseCase versions,
    RestoreSlotVersionUseCase restore) {}
