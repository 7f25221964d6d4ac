/** Facts, experiment definitions and dead letters through Kafka topics. */
@NullMarked
package io.github.evenlot.kafka;

import org.jspecify.annotations.NullMarked;
