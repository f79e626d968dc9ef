package dev.photobridge.adapter.http.page.job;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.ProviderNames;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.job.JobsView.Choice;
import dev.photobridge.adapter.http.page.job.JobsView.Filters;
import dev.photobridge.adapter.http.page.job.JobsView.JobDetails;
import dev.photobridge.adapter.http.page.job.JobsView.Rerun;
import dev.photobridge.adapter.http.page.job.JobsView.Tab;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.openapi.api.JobsApi;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.api.SlotsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.JobDto;
import dev.photobridge.openapi.model.JobListDto;
import dev.photobridge.openapi.model.JobStateDto;
import dev.photobridge.openapi.model.SlotDto;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What became of every photo, the newest first.
public final class JobsPage implements PageRoutes {
  private static final List<Optional<JobStateDto>> TABS =
      List.of(
          Optional.empty(),
          Optional.of(JobStateDto.SUCCEEDED_LATE),
          Optional.of(JobStateDto.FAILED));

  private final JobsApi<ApiCall> jobs;
  private final SlotsApi<ApiCall> slots;
  private final ProvidersApi<ApiCall> providers;

  /// Wired by the application; see the parameters' types.
  public JobsPage(JobsApi<ApiCall> jobs, SlotsApi<ApiCall> slots, ProvidersApi<ApiCall> providers) {
    this.jobs = jobs;
    this.slots = slots;
    this.providers = providers;
  }

  @Override
  public void register(PageRouter router) {
    router.get("/jobs", this::showList);
    router.get("/jobs/{job_id}", this::showOne);
    router.get("/jobs/{job_id}/row", this::showRow);
    router.post("/jobs/{job_id}/rerun", this::rerun);
    router.post("/jobs/{job_id}/delete", this::delete);
  }

  private void showList(PageCall call) throws Exception {
    JobFilter filter = JobFilter.of(call);
    JobsView view = view(call, filter);
    if (call.isFragment()) {
      call.api().header("HX-Push-Url", filter.address(filter.page()));
      call.show(Section.JOBS, "jobs/list", view);
    } else {
      call.show(Section.JOBS, "jobs/jobs", view);
    }
  }

  private JobsView view(PageCall call, JobFilter filter) throws Exception {
    JobListDto found =
        jobs.listJobs(
            call.api(),
            filter.page(),
            JobFilter.PAGE_SIZE,
            filter.state().orElse(null),
            filter.slot().map(SlotId::value).orElse(null),
            null,
            null,
            null,
            null);
    Map<String, String> names = names(call);
    JobWords words = JobWords.in(call.language(), names);
    long total = found.meta().total();
    long first = (filter.page() - 1L) * JobFilter.PAGE_SIZE + 1;
    boolean more = first + found.data().size() - 1 < total;
    return new JobsView(
        filters(filter, words),
        found.data().stream().map(words::row).toList(),
        filter.page() == 1,
        filter.page() > 1 ? filter.address(filter.page() - 1) : "",
        more && !found.data().isEmpty() ? filter.address(filter.page() + 1) : "",
        found.data().isEmpty() ? "" : range(words, first, found.data().size(), total),
        found.data().isEmpty() ? emptyText(filter, call.texts()) : "");
  }

  private static String range(JobWords words, long first, int size, long total) {
    return words
        .texts()
        .get(
            "jobs.range",
            words.formats().number(first),
            words.formats().number(first + size - 1),
            words.formats().number(total));
  }

  private static String emptyText(JobFilter filter, Texts texts) {
    if (filter.page() > 1) {
      return texts.get("jobs.empty.page");
    }
    if (filter.state().equals(Optional.of(JobStateDto.SUCCEEDED_LATE))) {
      return texts.get("jobs.empty.late");
    }
    return texts.get(filter.isActive() ? "jobs.empty.filtered" : "jobs.empty");
  }

  private static Filters filters(JobFilter filter, JobWords words) {
    Texts texts = words.texts();
    return new Filters(
        filter.slot().map(SlotId::value).orElse(""),
        filter.state().map(JobStateDto::value).orElse(""),
        TABS.stream()
            .map(
                state ->
                    new Tab(
                        filter.with(state).address(1),
                        texts.get("jobs.tab." + state.map(JobFilter::word).orElse("all")),
                        state.equals(filter.state())))
            .toList(),
        slotChoices(filter, words),
        Arrays.stream(JobStateDto.values())
            .map(
                state ->
                    new Choice(
                        JobFilter.word(state),
                        texts.get("jobs.state." + JobFilter.word(state)),
                        filter.state().equals(Optional.of(state))))
            .toList(),
        filter.isActive());
  }

  /// The slots that are set up, and the one that is chosen.
  private static List<Choice> slotChoices(JobFilter filter, JobWords words) {
    return Stream.concat(words.names().keySet().stream(), filter.slot().map(SlotId::value).stream())
        .distinct()
        .sorted()
        .map(
            id ->
                new Choice(
                    id,
                    (words.slot(id) + " " + words.names().getOrDefault(id, "")).strip(),
                    filter.slot().map(SlotId::value).equals(Optional.of(id))))
        .toList();
  }

  private void showOne(PageCall call) throws Exception {
    JobDto job = jobs.getJob(call.api(), id(call));
    var story =
        new JobStory(
            JobWords.in(call.language(), names(call)),
            ProviderNames.of(providers.listProviders(call.api())),
            call.page(Section.JOBS).now());
    JobDetails details = story.tell(job, call.isFragment());
    call.show(Section.JOBS, call.isFragment() ? "jobs/details" : "jobs/job", details);
  }

  private void showRow(PageCall call) throws Exception {
    JobDto job = jobs.getJob(call.api(), id(call));
    call.show(Section.JOBS, "jobs/summary", JobWords.in(call.language(), names(call)).row(job));
  }

  private void rerun(PageCall call) throws Exception {
    String path = "/jobs/" + jobs.rerunJob(call.api(), id(call)).id();
    if (call.isFragment()) {
      call.show(Section.JOBS, "jobs/rerun", new Rerun(path));
    } else {
      call.goTo(path);
    }
  }

  private void delete(PageCall call) throws Exception {
    UUID id = id(call);
    jobs.deleteJob(call.api(), id);
    if (call.isFragment()) {
      call.show(Section.JOBS, "jobs/deleted", id.toString());
    } else {
      call.goTo("/jobs");
    }
  }

  private Map<String, String> names(PageCall call) throws Exception {
    return slots.listSlots(call.api(), null, null, null).data().stream()
        .filter(SlotDto::isConfigured)
        .collect(Collectors.toMap(SlotDto::id, SlotDto::name));
  }

  private static UUID id(PageCall call) {
    try {
      return UUID.fromString(call.path("job_id"));
    } catch (IllegalArgumentException e) {
      throw ErrorAnswer.of(ErrorCodeDto.JOB_NOT_FOUND).with("field", "job_id").asException();
    }
  }
}
