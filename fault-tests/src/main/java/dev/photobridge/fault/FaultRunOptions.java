package dev.photobridge.fault;

import dev.photobridge.fault.installation.NodeProcess;
import dev.photobridge.fault.schedule.Schedule;
import java.nio.file.Path;
import java.time.Duration;

/// What a run is to do.
///
/// @param seed of the order of faults
/// @param booths that post at once
/// @param window photos of each booth over which a rate is measured; 0: rates are not measured, and
///   faults follow each other without a wait
/// @param providerDelay about what a call takes
/// @param answerIn how long booths wait, as the nodes are told
/// @param lifetime after which nodes give a job up
/// @param folder gets logs and data; emptied by nobody
record FaultRunOptions(
    long seed,
    Schedule.Wishes wishes,
    int booths,
    int window,
    Duration providerDelay,
    Duration answerIn,
    Duration lifetime,
    NodeProcess.Program program,
    Path folder) {}
