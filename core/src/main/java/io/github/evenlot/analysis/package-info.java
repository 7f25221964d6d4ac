/** From rows, plan and past looks to a report with a decision. */
@NullMarked
package io.github.evenlot.analysis;

import org.jspecify.annotations.NullMarked;
