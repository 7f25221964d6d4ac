package io.github.evenlot.sequential;

/**
 * What the looks so far decide and say.
 *
 * @param outcome of the look
 * @param explanation the same in a sentence, with the numbers it rests on
 * @param number of the look: the first that ended the test, else the latest; 1 is the first
 * @param boundary what its statistic was held against
 * @param z its statistic
 * @param estimate what the statistic says if the test ends with it
 */
public record LookReport(
    LookOutcome outcome,
    String explanation,
    int number,
    LookBoundary boundary,
    double z,
    SequentialEstimate estimate) {}
