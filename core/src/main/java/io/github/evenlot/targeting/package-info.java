/**
 * Who an experiment is for: conditions on the attributes of a user, in the operator language that
 * GrowthBook published.
 */
@NullMarked
package io.github.evenlot.targeting;

import org.jspecify.annotations.NullMarked;
