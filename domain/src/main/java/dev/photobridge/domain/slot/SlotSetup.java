package dev.photobridge.domain.slot;

import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;

/// What a configured slot does with a photo.
public record SlotSetup(ProviderId provider, OperationId operation, SlotSettings settings) {}
