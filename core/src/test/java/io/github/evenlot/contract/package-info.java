/**
 * What every implementation of a port has to do, as tests. An adapter extends the class of its
 * port, says how an empty one is made, and inherits the tests.
 */
@NullMarked
package io.github.evenlot.contract;

import org.jspecify.annotations.NullMarked;
