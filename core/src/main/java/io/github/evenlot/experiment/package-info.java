/** What is configured, as immutable values: experiments, variants, allocations, metrics, plans. */
@NullMarked
package io.github.evenlot.experiment;

import org.jspecify.annotations.NullMarked;
