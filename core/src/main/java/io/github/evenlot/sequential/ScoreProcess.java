package io.github.evenlot.sequential;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/**
 * The score process B at the looks taken so far, stopped where it left a continuation region: B(t)
 * has mean drift·t and variance t, and z = B(t)/√t.
 *
 * <p>The state is not the density of the paths that go on but its ratio to the density without
 * stopping, the probability of having come past all looks given the value at the last one. A
 * Brownian bridge does not know the drift, so one state serves all drifts; it is 1 where no
 * boundary is near, so nothing underflows; and it is smooth on a scale known beforehand ({@link
 * Layer}), so panels of polynomials hold it to the last digits however close two looks are.
 *
 * <p>The recursion is that of Armitage, McPherson and Rowe (1969), JRSS A 132, 235-244; see also
 * Jennison and Turnbull (2000), Group Sequential Methods, ch. 19.
 *
 * @param time the information time of the last look
 * @param edges the ends of the continuation regions of all looks
 * @param panels the probability of having come past the looks, over the last continuation region
 */
record ScoreProcess(double time, List<Edge> edges, List<Panel> panels) {

  /** Before any look. */
  static final ScoreProcess START = new ScoreProcess(0, List.of(), List.of());

  /** The step to a look at time {@code later}. */
  Step to(double later) {
    if (isOver()) {
      throw new IllegalArgumentException(
          "no look can follow that at information %s, where every statistic ends the test"
              .formatted(time));
    }
    return time == 0 ? new FirstStep(later) : new NextStep(this, later);
  }

  /** Whether a look left no way on. */
  boolean isOver() {
    return time > 0 && panels.isEmpty();
  }

  /** The process after a look that was passed by those with a score in (lower, upper). */
  ScoreProcess after(Step step, double lower, double upper) {
    if (Double.isInfinite(lower) && Double.isInfinite(upper)) {
      return this;
    }
    boolean mirror = lower == -upper && isSymmetric();
    List<Layer> layers = edges.stream().map(edge -> edge.layer(step.time())).toList();
    double lo = mirror ? 0 : Double.isFinite(lower) ? lower : below(layers, upper - 1);
    double hi = Double.isFinite(upper) ? upper : above(layers, lower + 1);
    List<Panel> sampled = sample(step, layers, lo, hi);
    return new ScoreProcess(
        step.time(),
        edgesWith(step.time(), lower, upper),
        mirror ? withMirrored(sampled) : sampled);
  }

  /** The probability below the panels: 0 where the process was stopped, else as at their end. */
  double belowPanels() {
    Panel first = panels.get(0);
    return isEdge(first.lo()) ? 0 : first.at(first.lo());
  }

  /** As {@link #belowPanels}, above them. */
  double abovePanels() {
    Panel last = panels.get(panels.size() - 1);
    return isEdge(last.hi()) ? 0 : last.at(last.hi());
  }

  /** Edges come in pairs, lower and upper, unless a side is open. */
  private boolean isSymmetric() {
    for (int i = 0; i < edges.size(); i += 2) {
      if (i + 1 == edges.size() || !edges.get(i).isMirrorOf(edges.get(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private boolean isEdge(double value) {
    return edges.contains(new Edge(time, value));
  }

  /** Where an open side ends: at {@code start} or further down, where nothing changes any more. */
  private static double below(List<Layer> layers, double start) {
    return layers.stream().mapToDouble(Layer::start).reduce(start, Math::min);
  }

  private static double above(List<Layer> layers, double start) {
    return layers.stream().mapToDouble(Layer::end).reduce(start, Math::max);
  }

  private static List<Panel> sample(Step step, List<Layer> layers, double from, double to) {
    List<Panel> panels = new ArrayList<>();
    List<Layer> narrow = layers.stream().filter(layer -> layer.isNarrowerThan(to - from)).toList();
    double lo = from;
    while (lo < to) {
      double hi = panelEnd(narrow, lo, to);
      panels.add(panel(step, layers, lo, hi));
      lo = hi;
    }
    return panels;
  }

  private static double panelEnd(List<Layer> layers, double lo, double limit) {
    return layers.stream().mapToDouble(layer -> layer.panelEnd(lo)).reduce(limit, Math::min);
  }

  private static Panel panel(Step step, List<Layer> layers, double lo, double hi) {
    boolean constant = layers.stream().noneMatch(layer -> layer.isFelt(lo, hi));
    return constant
        ? Panel.constant(lo, hi, step.survival(0.5 * (lo + hi)))
        : step.survival(lo, hi);
  }

  private static List<Panel> withMirrored(List<Panel> right) {
    LinkedList<Panel> all = new LinkedList<>(right);
    right.forEach(panel -> all.addFirst(panel.mirrored()));
    return List.copyOf(all);
  }

  private List<Edge> edgesWith(double lookTime, double... values) {
    List<Edge> all = new ArrayList<>(edges);
    for (double value : values) {
      if (Double.isFinite(value)) {
        all.add(new Edge(lookTime, value));
      }
    }
    return all;
  }
}
