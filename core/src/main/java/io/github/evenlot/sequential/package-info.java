/** Looking early without fooling oneself: alpha spending, boundaries, looks. */
@NullMarked
package io.github.evenlot.sequential;

import org.jspecify.annotations.NullMarked;
