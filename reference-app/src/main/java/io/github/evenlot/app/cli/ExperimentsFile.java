package io.github.evenlot.app.cli;

import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentDocuments;
import io.github.evenlot.experiment.ExperimentStatus;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.experiment.Weight;
import io.github.evenlot.internal.Document;
import io.github.evenlot.targeting.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Experiments in a file: documents as they are stored (those with a {@code v}), or the short form
 * that a person writes, in which all but key and variants may be left out.
 */
final class ExperimentsFile {

  private static final String[] SHORT_FORM = {
    "key",
    "variants",
    "bucketing",
    "salt",
    "status",
    "unitKind",
    "start",
    "end",
    "targeting",
    "traffic",
    "slot",
    "forced"
  };

  private ExperimentsFile() {}

  /**
   * @throws IOException if the file can't be read or an experiment in it is refused; the message
   *     says why
   */
  static Experiments read(Path file) throws IOException {
    try {
      return experiments(JsonLinesCommand.parse(Files.readAllBytes(file)));
    } catch (IllegalArgumentException e) {
      throw new IOException("file %s: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new IOException("file %s can't be read: %s".formatted(file, e), e);
    }
  }

  private static Experiments experiments(Object json) {
    Object list = json instanceof List<?> ? Map.of("experiments", json) : json;
    return Experiments.of(
        Document.of("file", list).children("experiments").stream()
            .map(ExperimentsFile::experiment)
            .toList());
  }

  private static Experiment experiment(Document document) {
    return document.has("v")
        ? ExperimentDocuments.experiment(document.plain())
        : shortForm(document);
  }

  private static Experiment shortForm(Document document) {
    document.refuseUnknown(SHORT_FORM);
    Experiment.Builder builder = Experiment.builder(document.text("key"));
    for (Document variant : document.children("variants")) {
      String id = variant.refuseUnknown("id", "weight").text("id");
      builder.variant(Variant.of(id), Weight.ofPercent(id, variant.decimal("weight")));
    }
    document.optionalText("bucketing").map(Bucketings::byId).ifPresent(builder::bucketing);
    document.optionalText("salt").ifPresent(builder::salt);
    document.optionalInstant("start").ifPresent(builder::start);
    document.optionalInstant("end").ifPresent(builder::end);
    builder.audience(audience(document));
    if (document.has("status")) {
      builder.status(document.constant("status", ExperimentStatus.class));
    }
    if (document.has("targeting")) {
      builder.targeting(Condition.parse(document.child("targeting").plain()));
    }
    if (document.has("traffic")) {
      builder.traffic(document.decimal("traffic").doubleValue());
    }
    return builder.build();
  }

  private static Audience audience(Document document) {
    Audience audience =
        Audience.EVERYONE.withUnitKind(document.optionalText("unitKind").orElse(Audience.USER));
    if (document.has("slot")) {
      Document slot = document.child("slot").refuseUnknown("group", "from", "to");
      MutexGroup group = MutexGroup.of(slot.text("group")).withUnitKind(audience.unitKind());
      audience = audience.withSlot(group.slot(slot.smallInteger("from"), slot.smallInteger("to")));
    }
    return document.has("forced") ? audience.withForced(document.textByName("forced")) : audience;
  }
}
