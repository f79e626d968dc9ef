package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.JobDto;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Tests of slots on their pages: begins them and shows how far they are.
public final class SlotTestPage implements PageRoutes {
  private static final String PANEL = "slot/test";
  private static final int LATEST = 50;

  private final SlotApis apis;

  /// Wired by the application; see the parameter's type.
  public SlotTestPage(SlotApis apis) {
    this.apis = apis;
  }

  @Override
  public void register(PageRouter router) {
    router.post("/slots/{slot_id}/test", this::begin);
    router.get("/slots/{slot_id}/tests/{job_id}", this::look);
  }

  private void begin(PageCall call) throws Exception {
    SlotScreen screen = SlotScreen.of(call, apis);
    SlotDraft draft = screen.posted();
    TestView test = begun(call, screen, draft);
    if (call.isFragment()) {
      call.show(Section.SLOTS, PANEL, test);
    } else {
      screen.showTest(draft, test);
    }
  }

  private TestView begun(PageCall call, SlotScreen screen, SlotDraft draft) throws Exception {
    TestViews views =
        TestViews.of(
            call,
            screen.catalogue(),
            screen.model(draft).orElse(""),
            draft.text(FieldNames.TEST_PHOTO));
    try {
      JobDto job =
          apis.tests()
              .testSlot(
                  call.api(), screen.slotId(), new DraftReader(draft, screen.catalogue()).test());
      return views.of(job, usual(call, job));
    } catch (ErrorAnswerException e) {
      FieldErrors errors =
          e.answer().code() == ErrorCodeDto.QUEUE_FULL
              ? new FieldErrors(Map.of(), call.text(e.answer()))
              : SlotPage.errors(e, call);
      SlotFormView form = screen.forms().form(draft, errors, screen.version());
      return views.refused(screen.slotId(), screen.mistakes(errors, form));
    }
  }

  private void look(PageCall call) throws Exception {
    JobDto job = apis.jobs().getJob(call.api(), jobId(call));
    Catalogue catalogue = new Catalogue(apis.providers().listProviders(call.api()));
    String photo = call.query("photo").filter(SlotTestPage::isId).orElse("");
    TestViews views = TestViews.of(call, catalogue, call.query("model").orElse(""), photo);
    call.show(Section.SLOTS, PANEL, views.of(job, usual(call, job)));
  }

  private UsualTime usual(PageCall call, JobDto job) throws Exception {
    List<JobDto> latest =
        apis.jobs()
            .listJobs(call.api(), 1, LATEST, null, job.slotId(), job.providerId(), null, null, null)
            .data();
    return UsualTime.of(latest, job);
  }

  private static UUID jobId(PageCall call) {
    String id = call.path("job_id");
    if (!isId(id)) {
      throw ErrorAnswer.of(ErrorCodeDto.JOB_NOT_FOUND).asException();
    }
    return UUID.fromString(id);
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  }
}
