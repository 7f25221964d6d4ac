package io.github.evenlot.statistics;

import io.github.evenlot.internal.Int128;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The number of units and the exact sums over them, of values in millionths: Σy Σy² of the metric,
 * Σx Σx² Σxy with the denominator x of a ratio, Σc Σc² Σyc with the covariate c (the same metric
 * before the exposure).
 *
 * <p>Sums are integers of 128 bits, so addition is associative and commutative and loses nothing:
 * any order, any partition and any later subtraction give the same moments, bit for bit. Overflow
 * is detected, never wrapped. The counts and sums of an <em>increment</em> may be negative.
 *
 * <p>Immutable. Merge law: {@code a.plus(b)} are the moments of the two groups of units together,
 * {@code a.plus(b).minus(b)} equals {@code a}, and {@link #ZERO} is neutral.
 */
public final class ExactMoments {

  /** No units. */
  public static final ExactMoments ZERO =
      new ExactMoments(
          0,
          Int128.ZERO,
          Int128.ZERO,
          Int128.ZERO,
          Int128.ZERO,
          Int128.ZERO,
          Int128.ZERO,
          Int128.ZERO,
          Int128.ZERO);

  private static final int SCALE = 6;

  private final long n;
  private final Int128 y;
  private final Int128 yy;
  private final Int128 x;
  private final Int128 xx;
  private final Int128 xy;
  private final Int128 c;
  private final Int128 cc;
  private final Int128 yc;

  private ExactMoments(
      long n, Int128 y, Int128 yy, Int128 x, Int128 xx, Int128 xy, Int128 c, Int128 cc, Int128 yc) {
    this.n = n;
    this.y = y;
    this.yy = yy;
    this.x = x;
    this.xx = xx;
    this.xy = xy;
    this.c = c;
    this.cc = cc;
    this.yc = yc;
  }

  /** The moments of {@code n} units about which nothing else is known or needed. */
  public static ExactMoments ofCount(long n) {
    return new ExactMoments(n, ZERO.y, ZERO.yy, ZERO.x, ZERO.xx, ZERO.xy, ZERO.c, ZERO.cc, ZERO.yc);
  }

  /** The moments of one unit with value {@code y}, in millionths. */
  public static ExactMoments ofUnit(long y) {
    return ofUnit(y, 0, 0);
  }

  /**
   * The moments of one unit.
   *
   * @param y the metric, in millionths
   * @param x the denominator, in millionths; 0 where there is none
   * @param c the covariate, in millionths; 0 where there is none
   */
  public static ExactMoments ofUnit(long y, long x, long c) {
    return new ExactMoments(
        1,
        Int128.of(y),
        Int128.product(y, y),
        Int128.of(x),
        Int128.product(x, x),
        Int128.product(x, y),
        Int128.of(c),
        Int128.product(c, c),
        Int128.product(y, c));
  }

  /**
   * The moments with given sums in units, as a database holds them.
   *
   * @throws ArithmeticException if a sum is finer than its six (squares: twelve) decimals or does
   *     not fit into 128 bits
   */
  public static ExactMoments of(
      long n,
      BigDecimal sumY,
      BigDecimal sumYy,
      BigDecimal sumX,
      BigDecimal sumXx,
      BigDecimal sumXy,
      BigDecimal sumC,
      BigDecimal sumCc,
      BigDecimal sumYc) {
    return new ExactMoments(
        n,
        FixedPoint.integer("sum", sumY, SCALE),
        FixedPoint.integer("sum of squares", sumYy, 2 * SCALE),
        FixedPoint.integer("sum of the denominator", sumX, SCALE),
        FixedPoint.integer("sum of squares of the denominator", sumXx, 2 * SCALE),
        FixedPoint.integer("sum of products with the denominator", sumXy, 2 * SCALE),
        FixedPoint.integer("sum of the covariate", sumC, SCALE),
        FixedPoint.integer("sum of squares of the covariate", sumCc, 2 * SCALE),
        FixedPoint.integer("sum of products with the covariate", sumYc, 2 * SCALE));
  }

  /**
   * The moments of both groups of units together.
   *
   * @throws ArithmeticException if a sum does not fit
   */
  public ExactMoments plus(ExactMoments other) {
    return new ExactMoments(
        Math.addExact(n, other.n),
        y.plus(other.y),
        yy.plus(other.yy),
        x.plus(other.x),
        xx.plus(other.xx),
        xy.plus(other.xy),
        c.plus(other.c),
        cc.plus(other.cc),
        yc.plus(other.yc));
  }

  /**
   * The moments without the units of {@code other}; exact, so what was added can be taken back.
   *
   * @throws ArithmeticException if a sum does not fit
   */
  public ExactMoments minus(ExactMoments other) {
    return new ExactMoments(
        Math.subtractExact(n, other.n),
        y.minus(other.y),
        yy.minus(other.yy),
        x.minus(other.x),
        xx.minus(other.xx),
        xy.minus(other.xy),
        c.minus(other.c),
        cc.minus(other.cc),
        yc.minus(other.yc));
  }

  /** Whether there are no units and every sum is 0. */
  public boolean isZero() {
    return equals(ZERO);
  }

  /** The number of units; negative only in an increment. */
  public long n() {
    return n;
  }

  /** Σy in units, with six decimals. */
  public BigDecimal sumY() {
    return decimal(y, SCALE);
  }

  /** Σy² in squared units, with twelve decimals. */
  public BigDecimal sumYy() {
    return decimal(yy, 2 * SCALE);
  }

  /** Σx in units, with six decimals. */
  public BigDecimal sumX() {
    return decimal(x, SCALE);
  }

  /** Σx² in squared units, with twelve decimals. */
  public BigDecimal sumXx() {
    return decimal(xx, 2 * SCALE);
  }

  /** Σxy in squared units, with twelve decimals. */
  public BigDecimal sumXy() {
    return decimal(xy, 2 * SCALE);
  }

  /** Σc in units, with six decimals. */
  public BigDecimal sumC() {
    return decimal(c, SCALE);
  }

  /** Σc² in squared units, with twelve decimals. */
  public BigDecimal sumCc() {
    return decimal(cc, 2 * SCALE);
  }

  /** Σyc in squared units, with twelve decimals. */
  public BigDecimal sumYc() {
    return decimal(yc, 2 * SCALE);
  }

  private static BigDecimal decimal(Int128 value, int scale) {
    return new BigDecimal(value.toBigInteger(), scale);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactMoments that
        && n == that.n
        && y.equals(that.y)
        && yy.equals(that.yy)
        && x.equals(that.x)
        && xx.equals(that.xx)
        && xy.equals(that.xy)
        && c.equals(that.c)
        && cc.equals(that.cc)
        && yc.equals(that.yc);
  }

  @Override
  public int hashCode() {
    return Objects.hash(n, y, yy, x, xx, xy, c, cc, yc);
  }

  @Override
  public String toString() {
    return "ExactMoments[n=%d, Σy=%s, Σy²=%s, Σx=%s, Σx²=%s, Σxy=%s, Σc=%s, Σc²=%s, Σyc=%s]"
        .formatted(n, sumY(), sumYy(), sumX(), sumXx(), sumXy(), sumC(), sumCc(), sumYc());
  }
}
