/**
 * The ports on PostgreSQL; {@link io.github.evenlot.jdbc.EvenlotJdbc} is the way in. The package
 * {@code jooq} below this one is generated from the schema and not part of the API.
 */
@NullMarked
package io.github.evenlot.jdbc;

import org.jspecify.annotations.NullMarked;
