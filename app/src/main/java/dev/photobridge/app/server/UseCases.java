package dev.photobridge.app.server;

import dev.photobridge.adapter.http.slot.SlotUseCases;
import dev.photobridge.adapter.persistence.DatabaseProbe;
import dev.photobridge.adapter.persistence.catalogue.JsonSchemaSettingsValidator;
import dev.photobridge.adapter.persistence.secrets.Argon2PasswordHasher;
import dev.photobridge.adapter.persistence.secrets.Credentials;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.port.in.CheckProvidersUseCase;
import dev.photobridge.application.port.in.CheckReadinessUseCase;
import dev.photobridge.application.port.in.DeleteJobUseCase;
import dev.photobridge.application.port.in.ExtendMediaUseCase;
import dev.photobridge.application.port.in.IngestPhotoUseCase;
import dev.photobridge.application.port.in.OpenJobImageUseCase;
import dev.photobridge.application.port.in.OpenThumbnailUseCase;
import dev.photobridge.application.port.in.PrepareAccountsUseCase;
import dev.photobridge.application.port.in.ReadSlotActivityUseCase;
import dev.photobridge.application.port.in.ReadStatisticsUseCase;
import dev.photobridge.application.port.in.RerunJobUseCase;
import dev.photobridge.application.port.in.ResetStatisticsUseCase;
import dev.photobridge.application.port.in.RewritePromptUseCase;
import dev.photobridge.application.port.in.RunReadinessCheckUseCase;
import dev.photobridge.application.port.in.SignInUseCase;
import dev.photobridge.application.port.in.SignOutUseCase;
import dev.photobridge.application.port.in.TestSlotUseCase;
import dev.photobridge.application.port.in.UpdateSlotUseCase;
import dev.photobridge.application.port.in.WakeJobUseCase;
import dev.photobridge.application.port.in.WatchJobsUseCase;
import dev.photobridge.application.port.out.IngestPassword;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.application.service.CheckProvidersService;
import dev.photobridge.application.service.CheckReadinessService;
import dev.photobridge.application.service.DeleteJobService;
import dev.photobridge.application.service.ExtendMediaService;
import dev.photobridge.application.service.FailureReplies;
import dev.photobridge.application.service.IngestAnswers;
import dev.photobridge.application.service.IngestJobs;
import dev.photobridge.application.service.IngestPhotoService;
import dev.photobridge.application.service.IngestRecords;
import dev.photobridge.application.service.IngestSlots;
import dev.photobridge.application.service.JobImagesService;
import dev.photobridge.application.service.JobOrders;
import dev.photobridge.application.service.JobViews;
import dev.photobridge.application.service.JobWatch;
import dev.photobridge.application.service.ListJobsService;
import dev.photobridge.application.service.MediaThumbnailService;
import dev.photobridge.application.service.OperatorJobs;
import dev.photobridge.application.service.PrepareAccountsService;
import dev.photobridge.application.service.ReadSlotActivityService;
import dev.photobridge.application.service.ReadStatisticsService;
import dev.photobridge.application.service.RegisterMediaService;
import dev.photobridge.application.service.RerunJobService;
import dev.photobridge.application.service.ResetStatisticsService;
import dev.photobridge.application.service.RewritePromptService;
import dev.photobridge.application.service.SetupCheck;
import dev.photobridge.application.service.SignInService;
import dev.photobridge.application.service.SignOutService;
import dev.photobridge.application.service.SlotHistoryService;
import dev.photobridge.application.service.SlotImages;
import dev.photobridge.application.service.SlotSaving;
import dev.photobridge.application.service.SlotsService;
import dev.photobridge.application.service.StatisticsTable;
import dev.photobridge.application.service.TestSlotService;
import dev.photobridge.application.service.Thumbnails;
import dev.photobridge.application.service.UpdateSlotService;
import dev.photobridge.application.service.WatchJobsService;
import dev.photobridge.domain.account.Accounts;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;

/// The use cases, each with what it needs.
record UseCases(
    IngestPhotoUseCase ingest,
    PrepareAccountsUseCase prepareAccounts,
    SignInUseCase signIn,
    SignOutUseCase signOut,
    SlotsService slots,
    UpdateSlotUseCase updateSlot,
    SlotHistoryService slotHistory,
    SlotImages slotImages,
    RegisterMediaService media,
    ExtendMediaUseCase extendMedia,
    OpenThumbnailUseCase mediaThumbnails,
    OpenJobImageUseCase jobImages,
    ListJobsService jobs,
    DeleteJobUseCase deleteJob,
    RerunJobUseCase rerunJob,
    TestSlotUseCase testSlot,
    JobWatch watch,
    WatchJobsUseCase watchJobs,
    CheckReadinessUseCase readiness,
    RunReadinessCheckUseCase readinessCheck,
    CheckProvidersUseCase providers,
    RewritePromptUseCase prompts,
    ReadSlotActivityUseCase slotActivity,
    ReadStatisticsUseCase statistics,
    ResetStatisticsUseCase resetStatistics,
    SettingsUseCases settings,
    WakeJobUseCase wakeJob) {
  /// Less is of no use to any model or print.
  private static final int SHORTEST_SIDE_PX = 32;

  static UseCases of(
      Configuration configuration,
      Credentials credentials,
      ProviderCatalogue catalogue,
      Storage storage,
      SecretAssembly secrets,
      ProviderAssembly providers,
      ProviderClients clients,
      EngineAssembly engine,
      RetentionRules retention,
      InstantSource clock) {
    PhotoInspector inspector = providers.inspector();
    Accounts accounts = credentials.accounts();
    var hasher = new Argon2PasswordHasher();
    Configuration.Media media = configuration.media();
    JobOrders orders = orders(configuration, storage, retention, clock);
    var operators = new OperatorJobs(catalogue, storage.media(), orders, storage.queue(), clock);
    var views = new JobViews(storage.jobs(), storage.media(), engine.claims(), clock);
    var images =
        new SlotImages(accounts, catalogue, storage.slots(), storage.media(), retention, clock);
    var setupCheck = new SetupCheck(catalogue, new JsonSchemaSettingsValidator(), images);
    var thumbnails = new Thumbnails(storage.media(), providers.converter(), clock);
    var saving = new SlotSaving(storage.slots(), images, storage.changes(), storage.audit());
    var jobs = new ListJobsService(storage.jobs(), storage.media(), views);
    var watch =
        new JobWatch(
            storage.jobs(),
            views,
            jobs,
            storage.jobChanges(),
            new RealPauses(),
            clock,
            engine.trouble(),
            Thread.ofVirtual().name("job-watch")::start);
    var ingestSlots =
        new IngestSlots(
            accounts,
            storage.slots(),
            catalogue,
            configuration.media().maxPixels(),
            SHORTEST_SIDE_PX);
    return new UseCases(
        ingest(
            ingestSlots,
            storage,
            secrets.ingestPassword(credentials),
            inspector,
            engine,
            orders,
            clock),
        new PrepareAccountsService(storage.accounts(), storage.slots(), hasher, clock),
        new SignInService(accounts, storage.accounts(), hasher),
        new SignOutService(storage.signedOut(), clock),
        new SlotsService(storage.slots()),
        new UpdateSlotService(setupCheck, saving, clock),
        new SlotHistoryService(storage.slots(), setupCheck, saving, clock),
        images,
        new RegisterMediaService(
            storage.media(),
            inspector,
            new PhotoLimits(
                media.allowedTypes(), media.maxFileSize(), media.maxPixels(), SHORTEST_SIDE_PX),
            retention,
            clock),
        new ExtendMediaService(storage.media(), retention, clock),
        new MediaThumbnailService(storage.media(), thumbnails, clock),
        new JobImagesService(jobs, storage.media(), thumbnails),
        jobs,
        new DeleteJobService(
            storage.jobs(),
            storage.media(),
            storage.audit(),
            storage.changes(),
            (account, job) -> {
              watch.jobDeleted(account, job);
              storage.jobSignals().deleted(account, job);
            },
            clock),
        new RerunJobService(storage.jobs(), operators, views),
        new TestSlotService(
            storage.slots(), ingestSlots, setupCheck, storage.media(), operators, views, clock),
        watch,
        new WatchJobsService(watch, jobs),
        new CheckReadinessService(
            Stream.concat(
                    Stream.of(new DatabaseProbe(storage.settings())),
                    MediaAssembly.probes(media).stream())
                .toList()),
        CheckAssembly.ofServer(
            configuration,
            credentials,
            catalogue,
            storage,
            new CheckAssembly.RunningProviders(
                clients, secrets.keys(), providers.monitor(), engine.times()),
            images,
            clock),
        new CheckProvidersService(catalogue, providers.monitor()),
        new RewritePromptService(providers.promptWriter(), catalogue.promptWriter()),
        new ReadSlotActivityService(
            storage.slots(), storage.activities(), storage.statistics(), clock),
        new ReadStatisticsService(
            storage.statistics(),
            storage.slots(),
            new StatisticsTable(storage.statistics(), storage.slots(), catalogue),
            clock,
            configuration.jobs().timeZone()),
        new ResetStatisticsService(storage.statistics(), storage.changes(), storage.audit(), clock),
        SettingsUseCases.of(
            credentials,
            storage,
            secrets,
            ProviderProbes.of(configuration.providers(), secrets.keys(), clients, catalogue),
            clock),
        engine.wakeJob());
  }

  private static JobOrders orders(
      Configuration configuration, Storage storage, RetentionRules retention, InstantSource clock) {
    return new JobOrders(
        storage.media(),
        storage.runtime(),
        retention,
        configuration.jobs().maxLifetime(),
        clock,
        () -> new JobId(UUID.randomUUID()));
  }

  SlotUseCases slotUseCases() {
    return new SlotUseCases(slots, slots, updateSlot, slotHistory, slotHistory, slotHistory);
  }

  private static IngestPhotoUseCase ingest(
      IngestSlots slots,
      Storage storage,
      IngestPassword password,
      PhotoInspector inspector,
      EngineAssembly engine,
      JobOrders orders,
      InstantSource clock) {
    var records =
        new IngestRecords(
            storage.log(),
            storage.jobs(),
            clock,
            engine.trouble(),
            Thread.ofVirtual().name("late-price")::start);
    return new IngestPhotoService(
        slots,
        password,
        storage.media(),
        inspector,
        engine.admission(),
        records,
        new IngestJobs(
            orders,
            engine.jobs(),
            new IngestAnswers(storage.media(), new RealPauses()),
            new FailureReplies(storage.media(), engine.effects()),
            records));
  }
}
