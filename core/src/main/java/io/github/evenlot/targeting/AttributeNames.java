package io.github.evenlot.targeting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes that some conditions look at, each with a small index, so that a user's attributes
 * are looked up once for all conditions. Filled by {@link Condition#compile}, by one thread.
 */
public final class AttributeNames {

  private final Map<String, Integer> indices = new LinkedHashMap<>();
  private final List<KnownTexts> texts = new ArrayList<>();
  private final BitSet kept = new BitSet();

  /** The index of a name, which is the next free one if it is new. */
  int index(String name) {
    // Interned: who looks the name up among literals then compares addresses.
    Integer known = indices.putIfAbsent(name.intern(), texts.size());
    if (known != null) {
      return known;
    }
    texts.add(new KnownTexts());
    return texts.size() - 1;
  }

  /** The index of a name whose value is to be kept. */
  int keptIndex(String name) {
    int index = index(name);
    kept.set(index);
    return index;
  }

  /** The number of a text among those that conditions compare an attribute with. */
  int text(int index, String text) {
    return texts.get(index).add(text);
  }

  int size() {
    return indices.size();
  }

  /** All names, that of index 0 first. */
  List<String> names() {
    return List.copyOf(indices.keySet());
  }

  /**
   * Room for what the conditions compiled so far find out, for {@link CompiledCondition#matches}:
   * to be made after the last one is compiled.
   */
  public AttributeValues values() {
    boolean[] keeps = new boolean[size()];
    kept.stream().forEach(index -> keeps[index] = true);
    return new AttributeValues(
        indices.keySet().toArray(String[]::new), texts.toArray(KnownTexts[]::new), keeps);
  }
}
