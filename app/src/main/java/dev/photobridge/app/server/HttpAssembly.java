package dev.photobridge.app.server;

import dev.photobridge.adapter.http.check.ReadinessCheckHandler;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.health.HealthHandler;
import dev.photobridge.adapter.http.ingest.IngestHandler;
import dev.photobridge.adapter.http.ingest.IngestRoom;
import dev.photobridge.adapter.http.job.EventsHandler;
import dev.photobridge.adapter.http.job.JobImagesHandler;
import dev.photobridge.adapter.http.job.JobsHandler;
import dev.photobridge.adapter.http.link.InstallationMark;
import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.adapter.http.link.SignedCallbackAddresses;
import dev.photobridge.adapter.http.media.MediaHandler;
import dev.photobridge.adapter.http.media.PublicMediaHandler;
import dev.photobridge.adapter.http.metrics.Metrics;
import dev.photobridge.adapter.http.metrics.MetricsHandler;
import dev.photobridge.adapter.http.page.check.CheckPage;
import dev.photobridge.adapter.http.page.docs.DocsPage;
import dev.photobridge.adapter.http.page.job.JobsPage;
import dev.photobridge.adapter.http.page.settings.SettingsPage;
import dev.photobridge.adapter.http.page.settings.SyncTimeoutForm;
import dev.photobridge.adapter.http.page.signin.PreferencesForm;
import dev.photobridge.adapter.http.page.signin.SignInPage;
import dev.photobridge.adapter.http.page.slot.SlotApis;
import dev.photobridge.adapter.http.page.slot.SlotPage;
import dev.photobridge.adapter.http.page.slot.SlotTestPage;
import dev.photobridge.adapter.http.page.slots.SlotsPage;
import dev.photobridge.adapter.http.page.stats.StatisticsPage;
import dev.photobridge.adapter.http.prompt.PromptsHandler;
import dev.photobridge.adapter.http.provider.ProvidersHandler;
import dev.photobridge.adapter.http.server.HttpHandlers;
import dev.photobridge.adapter.http.server.HttpServer;
import dev.photobridge.adapter.http.server.HttpServerSettings;
import dev.photobridge.adapter.http.server.WebPages;
import dev.photobridge.adapter.http.session.OperatorTokens;
import dev.photobridge.adapter.http.session.PageSessionHandler;
import dev.photobridge.adapter.http.session.PasswordSignIn;
import dev.photobridge.adapter.http.session.SessionAccess;
import dev.photobridge.adapter.http.session.SessionCookie;
import dev.photobridge.adapter.http.session.SessionHandler;
import dev.photobridge.adapter.http.session.SignInThrottle;
import dev.photobridge.adapter.http.settings.SettingsHandler;
import dev.photobridge.adapter.http.site.ContractHandler;
import dev.photobridge.adapter.http.slot.SlotTestsHandler;
import dev.photobridge.adapter.http.slot.SlotsHandler;
import dev.photobridge.adapter.http.stats.StatisticsHandler;
import dev.photobridge.adapter.http.webhook.WebhooksHandler;
import dev.photobridge.adapter.persistence.secrets.Credentials;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.port.out.MediaAddresses;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/// The HTTP server and its handlers.
///
/// @param port where it listens
/// @param publicAddress how the outside reaches it
record HttpAssembly(
    Configuration configuration,
    Credentials credentials,
    ProviderCatalogue catalogue,
    InstantSource clock,
    int port,
    URI publicAddress) {
  static HttpAssembly of(
      Configuration configuration,
      Credentials credentials,
      ProviderCatalogue catalogue,
      InstantSource clock)
      throws IOException {
    Configuration.Http http = configuration.http();
    // links name the port before the server listens
    int port = http.port() == 0 ? freePort() : http.port();
    URI address = http.publicBaseUrl().orElseGet(() -> URI.create("http://localhost:" + port));
    return new HttpAssembly(configuration, credentials, catalogue, clock, port, address);
  }

  HttpServer start(UseCases useCases, Metrics metrics) {
    var tokens = new OperatorTokens(credentials.jwtSecret(), credentials.accounts(), clock);
    var cookie = SessionCookie.at(publicAddress);
    var signIn = new PasswordSignIn(useCases.signIn(), new SignInThrottle(clock));
    var links = new PublicLinks(publicAddress, credentials.accounts());
    var handlers =
        new HttpHandlers(
            new ContractHandler(),
            new EventsHandler(
                useCases.watchJobs(), new ErrorMessages(), EventsHandler.HEARTBEAT, clock),
            new HealthHandler(
                useCases.readiness(),
                useCases.providers(),
                InstallationMark.of(credentials.jwtSecret())),
            new IngestHandler(useCases.ingest(), IngestRoom.inThisHeap()),
            new JobImagesHandler(useCases.jobs(), useCases.jobImages()),
            new JobsHandler(
                useCases.jobs(), useCases.rerunJob(), useCases.deleteJob(), new ErrorMessages()),
            new MediaHandler(
                useCases.media(), useCases.extendMedia(), useCases.mediaThumbnails(), links),
            new MetricsHandler(metrics, configuration.monitoring().metricsToken()),
            new PageSessionHandler(signIn, tokens, cookie, useCases.signOut()),
            new PromptsHandler(useCases.prompts()),
            new ProvidersHandler(catalogue, useCases.providers()),
            new PublicMediaHandler(useCases.media(), configuration.media().uploadTtl(), clock),
            new ReadinessCheckHandler(useCases.readinessCheck()),
            new SessionHandler(signIn, tokens),
            settings(useCases.settings()),
            new SlotTestsHandler(useCases.testSlot(), new ErrorMessages()),
            new SlotsHandler(useCases.slotUseCases(), links),
            new StatisticsHandler(useCases.statistics(), useCases.resetStatistics()),
            new WebhooksHandler(useCases.wakeJob(), callbacks()));
    return HttpServer.start(
        HttpServerSettings.on(configuration.http().host(), port, cookie.secure()),
        handlers,
        pages(handlers, useCases),
        new SessionAccess(tokens, cookie, useCases.signOut()),
        new SecureRandom(),
        metrics.requests());
  }

  private WebPages pages(HttpHandlers handlers, UseCases useCases) {
    var slot =
        new SlotApis(
            handlers.slots(),
            handlers.slotTests(),
            handlers.providers(),
            handlers.jobs(),
            handlers.settings());
    return new WebPages(
        PageSources.templates(),
        List.of(
            new PreferencesForm(),
            new SignInPage(handlers.pageSession()),
            new SlotsPage(
                handlers.slots(),
                handlers.providers(),
                handlers.settings(),
                useCases.slotActivity()),
            new JobsPage(handlers.jobs(), handlers.slots(), handlers.providers()),
            new StatisticsPage(
                handlers.statistics(),
                handlers.settings(),
                handlers.providers(),
                useCases.statistics(),
                clock,
                configuration.jobs().timeZone()),
            new SyncTimeoutForm(handlers.settings()),
            new SlotPage(slot),
            new SlotTestPage(slot),
            new CheckPage(handlers.readinessCheck()),
            new DocsPage(handlers.slots(), handlers.settings()),
            new SettingsPage(handlers.settings(), publicAddress)),
        clock);
  }

  private static SettingsHandler settings(SettingsUseCases settings) {
    return new SettingsHandler(
        settings.read(),
        settings.change(),
        settings.changeKey(),
        settings.testKey(),
        settings.clearMediaCache(),
        settings.audit(),
        new ErrorMessages());
  }

  /// Where providers fetch photos from.
  MediaAddresses mediaAddresses() {
    var links = new PublicLinks(publicAddress, credentials.accounts());
    return media -> links.media(media).toString();
  }

  /// Where providers report to.
  SignedCallbackAddresses callbacks() {
    return new SignedCallbackAddresses(publicAddress, credentials.jwtSecret());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
