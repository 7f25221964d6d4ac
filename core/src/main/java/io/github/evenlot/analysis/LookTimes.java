package io.github.evenlot.analysis;

import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.GroupSequentialHolm;
import io.github.evenlot.sequential.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The information fractions of all looks up to now.
 *
 * @param information rising, but that a last look may have that of the look before; the last is
 *     that of this look if one is taken, else of the look before
 * @param takesLook whether there is more information than at the last look, or none to come
 * @param last whether no look comes after this one, although less was seen than was planned
 */
record LookTimes(List<Double> information, boolean takesLook, boolean last) {

  /**
   * @param over whether the past looks end with such a last look
   * @param closed whether no more facts are to come
   */
  static LookTimes of(List<Look> past, double information, boolean over, boolean closed) {
    TreeMap<Integer, Double> byNumber = new TreeMap<>();
    past.forEach(look -> byNumber.put(look.number(), look.information()));
    List<Double> before = new ArrayList<>(byNumber.values());
    double reached = before.isEmpty() ? 0 : before.get(before.size() - 1);
    boolean last = closed && Math.max(information, reached) < 1;
    if (over || !last && information <= reached) {
      return new LookTimes(List.copyOf(before), false, over);
    }
    before.add(Math.max(information, reached));
    return new LookTimes(List.copyOf(before), true, last);
  }

  /** The number of the last look. */
  int number() {
    return information.size();
  }

  /** What the comparisons of a family are held against at the last look. */
  GroupSequentialHolm procedure(GroupSequentialDesign design, int comparisons) {
    double[] times = information.stream().mapToDouble(Double::doubleValue).toArray();
    return last
        ? GroupSequentialHolm.atLast(design, comparisons, times)
        : GroupSequentialHolm.at(design, comparisons, times);
  }
}
