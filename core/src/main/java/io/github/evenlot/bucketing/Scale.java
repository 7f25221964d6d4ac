package io.github.evenlot.bucketing;

import io.github.evenlot.internal.Md5;
import io.github.evenlot.internal.Message;
import io.github.evenlot.internal.Sha1;

/** A vendor's way from a text to a fraction, and its comparison of that with k parts of n. */
enum Scale {
  /** Single precision throughout, and a strict comparison. */
  LAUNCHDARKLY {
    @Override
    double fraction(Message text) {
      return (float) sha1(text) / (float) FIRST_60_BITS;
    }

    @Override
    boolean below(double fraction, int k, int n) {
      return (float) fraction < (float) k / (float) n;
    }
  },

  /** A share is hundredths of a percent; the share itself is still in. */
  POSTHOG_ROLLOUT {
    @Override
    double fraction(Message text) {
      return (double) sha1(text) / (double) FIRST_60_BITS;
    }

    @Override
    boolean below(double fraction, int k, int n) {
      return fraction <= k * 100.0 / n / 100.0;
    }
  },

  /** As the rollout, but the share itself is out. */
  POSTHOG_VARIANT {
    @Override
    double fraction(Message text) {
      return POSTHOG_ROLLOUT.fraction(text);
    }

    @Override
    boolean below(double fraction, int k, int n) {
      return fraction < k * 100.0 / n / 100.0;
    }
  },

  /** The fraction is stretched over the sum of the weights; the weight itself is still in. */
  PLANOUT_WEIGHTS {
    @Override
    double fraction(Message text) {
      return POSTHOG_ROLLOUT.fraction(text);
    }

    @Override
    boolean below(double fraction, int k, int n) {
      return n * fraction <= k;
    }
  },

  /** As the weights, of which the sum is 1. */
  PLANOUT_SHARES {
    @Override
    double fraction(Message text) {
      return POSTHOG_ROLLOUT.fraction(text);
    }

    @Override
    boolean below(double fraction, int k, int n) {
      return fraction <= (double) k / n;
    }
  },

  /** Whole numbers from −2³¹ to 2³¹ − 1, of which a share is rounded towards 0 and still in. */
  PROCTOR {
    private static final double RANGE = 0x1p32 - 1;

    @Override
    double fraction(Message text) {
      Md5.digest(text);
      return ((double) text.word(3) - Integer.MIN_VALUE) / RANGE;
    }

    @Override
    boolean below(double fraction, int k, int n) {
      long value = Math.round(fraction * RANGE) + Integer.MIN_VALUE;
      return value <= (int) (Integer.MIN_VALUE + (double) k / n * RANGE);
    }
  };

  private static final long FIRST_60_BITS = 0xFFF_FFFF_FFFF_FFFFL;

  abstract double fraction(Message text);

  /** Whether the vendor gives {@code fraction} to one of the first {@code k} parts of {@code n}. */
  abstract boolean below(double fraction, int k, int n);

  /**
   * The first part of {@code n} to which the vendor gives {@code fraction}; the last one if none.
   */
  int part(double fraction, int n) {
    int part = Math.min((int) (fraction * n), n - 1);
    while (part > 0 && below(fraction, part, n)) {
      part--;
    }
    while (part < n - 1 && !below(fraction, part + 1, n)) {
      part++;
    }
    return part;
  }

  private static long sha1(Message text) {
    Sha1.digest(text);
    return text.first60Bits();
  }
}
