package dev.photobridge.adapter.http.call;

import dev.photobridge.domain.account.OperatorSession;
import java.time.Instant;

/// Who sends a request.
///
/// @param session in which
/// @param until when the token of the request ends
public record SignedIn(OperatorSession session, Instant until) {}
