/** A Kafka broker inside the JVM, for demos and tests. Needs {@code kafka_2.13} at run time. */
@NullMarked
package io.github.evenlot.kafka.embedded;

import org.jspecify.annotations.NullMarked;
