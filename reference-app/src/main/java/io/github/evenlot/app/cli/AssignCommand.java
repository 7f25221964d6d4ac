package io.github.evenlot.app.cli;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.assignment.Assignment.NotAssigned;
import io.github.evenlot.assignment.Units;
import io.github.evenlot.internal.Document;
import io.github.evenlot.targeting.Attributes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evenlot assign}. */
@Command(
    name = "assign",
    mixinStandardHelpOptions = true,
    header = "Which variants units get, in all experiments of a file.",
    description = {
      "",
      "In:  {\"unit\": \"alice\", \"attributes\": {\"country\": \"US\"}, \"time\":"
          + " \"2026-03-01T12:00:00Z\"}; without attributes nothing is known, without a time it is"
          + " now. \"units\": {\"user\": …, \"device\": …} instead of \"unit\" for several kinds.",
      "Out: {\"assignments\": [{\"experiment\": …, \"assigned\": true, \"variant\": …, \"bucket\":"
          + " …, \"epoch\": …, \"bucketing\": …, \"reason\": …}, …]}; where not assigned without"
          + " variant and bucket, and with \"by\" where a holdout, a prerequisite or a mutex group"
          + " decided.",
      ""
    })
public final class AssignCommand extends JsonLinesCommand {

  @Option(
      names = "--experiments",
      required = true,
      paramLabel = "FILE",
      description = "The experiments, as JSON: a list, or an object with the field experiments.")
  private Path experiments = Path.of("experiments.json");

  private Assigner assigner = Assigner.ofNothing();

  @Override
  void prepare() throws IOException {
    assigner = Assigner.of(ExperimentsFile.read(experiments));
  }

  @Override
  Map<String, Object> answer(Document question) {
    question.refuseUnknown("id", "unit", "units", "attributes", "time");
    Attributes attributes =
        question.has("attributes")
            ? Attributes.of(question.child("attributes").plain())
            : Attributes.NONE;
    Instant time = question.optionalInstant("time").orElseGet(Instant::now);
    return Map.of(
        "assignments",
        assigner.assignAll(units(question), attributes, time).stream()
            .map(AssignCommand::shown)
            .toList());
  }

  private static Units units(Document question) {
    if (!question.has("units")) {
      return Units.ofUser(question.text("unit"));
    }
    if (question.has("unit")) {
      throw new IllegalArgumentException("question has both unit and units");
    }
    Document units = question.child("units");
    return kind -> units.optionalText(kind).orElse(null);
  }

  private static Map<String, Object> shown(Assignment assignment) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("experiment", assignment.experiment());
    shown.put("assigned", assignment instanceof Assigned);
    if (assignment instanceof Assigned assigned) {
      shown.put("variant", assigned.variant());
      shown.put("bucket", assigned.bucket());
      shown.put("epoch", assigned.epoch());
      shown.put("bucketing", assigned.bucketing());
    }
    shown.put("reason", assignment.reason().name());
    if (assignment instanceof NotAssigned not && !not.by().isEmpty()) {
      shown.put("by", not.by());
    }
    return shown;
  }
}
