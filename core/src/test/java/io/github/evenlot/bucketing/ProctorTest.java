package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.AssignmentBuffer;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.targeting.Attributes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two arms of equal share over consecutive ids, as {@code proctor/checksums.json} has them. */
class ProctorTest {

  private static final int LAST_ID = 9_999_999;
  private static final int FIRST_IDS = 20_000;

  /** Proctor's {@code (int) (MIN + 0.5 * (MAX - MIN))}: up to here a value is in the first arm. */
  private static final int CUT_OFF = 0;

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Map<String, Object> published = Published.cases("proctor/checksums.json").get(0);

  /** Proctor's numbers of an arm: how many ids, and 31 times the hash before plus the id. */
  private static final class Checksum {
    private int count;
    private int hash;

    void add(int id) {
      count++;
      hash = 31 * hash + id;
    }
  }

  /** The arms of ids, by our engine. */
  private final class Arms {
    private final AssignmentBuffer buffer = new AssignmentBuffer();
    private final Assigner assigner =
        Assigner.of(
            Experiment.builder("testName")
                .bucketing(Bucketings.PROCTOR)
                .salt((String) published.get("saltString"))
                .variant("0", 50)
                .variant("1", 50)
                .build());

    int of(int id) {
      assigner.assign(0, (long) id, Attributes.NONE, NOON, buffer);
      return Integer.parseInt(buffer.variant(0));
    }
  }

  @Test
  @DisplayName("The first ids are in the arms that the JDK's MD5 and Proctor's cut-off give them.")
  void firstIds() throws Exception {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    Arms arms = new Arms();
    int[] counts = new int[2];
    for (int id = 1; id <= FIRST_IDS; id++) {
      byte[] digest = md5.digest((published.get("saltString") + "" + id).getBytes(UTF_8));
      int arm = ByteBuffer.wrap(digest).getInt(12) <= CUT_OFF ? 0 : 1;
      assertThat(arms.of(id)).as("id %d", id).isEqualTo(arm);
      counts[arm]++;
    }
    assertThat(counts).doesNotContain(0);
  }

  @Test
  @Tag("long")
  @DisplayName("Counts and checksums of both arms come out over the ids 1 to 9,999,999.")
  void checksums() {
    Arms arms = new Arms();
    List<Checksum> checksums = List.of(new Checksum(), new Checksum());
    for (int id = 1; id <= LAST_ID; id++) {
      checksums.get(arms.of(id)).add(id);
    }
    assertThat(checksums.stream().map(arm -> arm.count)).isEqualTo(published.get("counts"));
    assertThat(checksums.stream().map(arm -> arm.hash)).isEqualTo(published.get("hashes"));
  }

  @Test
  @DisplayName("There is one case.")
  void count() {
    assertThat(Published.cases("proctor/checksums.json")).hasSize(1);
  }
}
