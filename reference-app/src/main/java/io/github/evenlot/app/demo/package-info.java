/** Real headline tests through real Kafka, Flink and Postgres, and the counts compared. */
@NullMarked
package io.github.evenlot.app.demo;

import org.jspecify.annotations.NullMarked;
