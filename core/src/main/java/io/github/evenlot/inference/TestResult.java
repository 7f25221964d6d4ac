package io.github.evenlot.inference;

/** What came of a test: numbers, or the reason why there are none. */
public sealed interface TestResult permits Tested, NotTestable {}
