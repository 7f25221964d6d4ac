package io.github.evenlot.app.cli;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Reallocation;
import io.github.evenlot.experiment.Weight;
import io.github.evenlot.internal.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code evenlot reallocate}. */
@Command(
    name = "reallocate",
    mixinStandardHelpOptions = true,
    header = "New weights for an experiment, moving as few units as possible.",
    description = {
      "",
      "In:  {\"ranges\": [[0, 50, \"control\"], [50, 100, \"green\"]], \"weights\": {\"control\": "
          + "40, \"green\": 60}, \"buckets\": 100}",
      "Out: {\"ranges\": …, \"moved\": share of all units, \"minimum\": the least share possible, "
          + "\"flipped\": share of those in the experiment, \"moves\": [{\"from\": …, \"to\": … "
          + "(null = in no variant), \"buckets\": …, \"share\": …}, …]}",
      ""
    })
public final class ReallocateCommand extends JsonLinesCommand {

  @Override
  Map<String, Object> answer(Document question) {
    question.refuseUnknown("id", "ranges", "weights", "buckets");
    int buckets = question.smallInteger("buckets");
    Reallocation change = Reallocation.of(allocation(question, buckets), weights(question));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ranges", change.after().ranges().stream().map(ReallocateCommand::shown).toList());
    answer.put("moved", change.movedShare());
    answer.put("minimum", (double) change.leastMovedBuckets() / buckets);
    answer.put("flipped", change.flippedShare());
    answer.put("moves", change.moves().stream().map(ReallocateCommand::shown).toList());
    return answer;
  }

  private static Allocation allocation(Document question, int buckets) {
    return Allocation.of(
        buckets,
        question.tuples("ranges", "from", "to", "variant").stream()
            .map(ReallocateCommand::range)
            .toList());
  }

  private static Allocation.Range range(Document range) {
    return new Allocation.Range(
        range.smallInteger("from"), range.smallInteger("to"), range.text("variant"));
  }

  private static List<Weight> weights(Document question) {
    Document weights = question.child("weights");
    return weights.plain().keySet().stream()
        .map(variant -> Weight.ofPercent(variant, weights.decimal(variant)))
        .toList();
  }

  private static List<Object> shown(Allocation.Range range) {
    return List.of(range.from(), range.to(), range.variant());
  }

  private static Map<String, @Nullable Object> shown(Reallocation.Move move) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("from", move.from());
    shown.put("to", move.to());
    shown.put("buckets", move.buckets());
    shown.put("share", move.share());
    return shown;
  }
}
