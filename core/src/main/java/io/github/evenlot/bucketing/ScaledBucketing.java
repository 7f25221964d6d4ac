package io.github.evenlot.bucketing;

/** Makes one text of salt and unit, hashes that to a fraction, and cuts the fraction. */
record ScaledBucketing(String id, int buckets, Wording wording, Scale scale)
    implements FractionBucketing {

  static ScaledBucketing of(String id, int buckets, String template, Scale scale) {
    return new ScaledBucketing(id, buckets, Wording.of(template), scale);
  }

  @Override
  public double fraction(String salt, String unit) {
    return scale.fraction(wording.salted(salt).of(new EncodedUnit().set(unit)));
  }

  @Override
  public int bucket(String salt, String unit) {
    return scale.part(fraction(salt, unit), buckets);
  }

  @Override
  public SaltedBucketing salted(String salt) {
    Wording.Salted text = wording.salted(salt);
    return unit -> scale.part(scale.fraction(text.of(unit)), buckets);
  }

  @Override
  public String toString() {
    return id;
  }
}
