package dev.photobridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Every operation of the contract, brought to every status that the contract documents for it, on
/// the assembled server. Each answer is held against the contract; a status that nothing leads to
/// has no place there.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryStatusTest {
  @TempDir static Path folder;
  private static Stage stage;

  @BeforeAll
  static void start() throws IOException {
    stage = new Stage(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    stage.close();
  }

  @Test
  void ingest() throws IOException {
    IngestCalls.make(stage, "/ingest/");
  }

  @Test
  void ingestOfAnAccount() throws IOException {
    IngestCalls.make(stage, "/ingest/serg/");
  }

  @Test
  void sessions() {
    SessionCalls.make(stage);
  }

  @Test
  void slots() {
    SlotCalls.make(stage);
  }

  @Test
  void statistics() {
    StatisticsCalls.make(stage);
  }

  @Test
  void media() {
    MediaCalls.make(stage);
  }

  @Test
  void jobs() throws IOException {
    JobCalls.make(stage);
  }

  @Test
  void settings() {
    SettingsCalls.make(stage);
  }

  @Test
  void ofAnotherAccount() {
    OtherAccountCalls.make(stage);
  }

  @Test
  void asTheSpecificationHasIt() {
    SpecificationCalls.make(stage);
  }

  @Test
  void withoutAToken() {
    GeneralCalls.withoutAToken(stage);
  }

  @Test
  void fromAnotherSite() {
    GeneralCalls.fromAnotherSite(stage);
  }

  @Test
  @Order(Integer.MAX_VALUE - 2)
  void withABrokenDatabase() {
    GeneralCalls.withABrokenDatabase(stage);
  }

  @Test
  @Order(Integer.MAX_VALUE - 1)
  void withoutADatabase() throws IOException {
    GeneralCalls.withoutADatabase(stage);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void nothingIsDocumentedThatDoesNotHappen() {
    Map<String, Set<Integer>> left = new TreeMap<>();
    for (String operation : stage.documented.operations()) {
      var unseen = new TreeSet<>(stage.documented.statuses(operation));
      unseen.removeAll(stage.seen.getOrDefault(operation, Set.of()));
      if (!unseen.isEmpty()) {
        left.put(operation, unseen);
      }
    }
    assertThat(left).isEmpty();
  }
}
