package io.github.evenlot.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.experiment.UnitId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinkPolicyTest {

  private static final UnitId PHONE = UnitId.of("anonymous phone");
  private static final UnitId LAPTOP = UnitId.of("anonymous laptop");
  private static final UnitId ALICE = UnitId.of("alice");

  private final UnitLinks links = UnitLinks.inMemory();

  @Test
  @DisplayName("By the known id, a user is one unit on all devices, and another one before.")
  void known() {
    assertThat(LinkPolicy.KNOWN_ID.unit(PHONE, null, links)).isEqualTo(PHONE);
    assertThat(LinkPolicy.KNOWN_ID.unit(PHONE, ALICE, links)).isEqualTo(ALICE);
    assertThat(LinkPolicy.KNOWN_ID.unit(LAPTOP, ALICE, links)).isEqualTo(ALICE);
  }

  @Test
  @DisplayName("By the first id, a login changes nothing, and other devices follow the first one.")
  void first() {
    assertThat(LinkPolicy.FIRST_ID.unit(PHONE, null, links)).isEqualTo(PHONE);
    assertThat(LinkPolicy.FIRST_ID.unit(PHONE, ALICE, links)).isEqualTo(PHONE);
    assertThat(LinkPolicy.FIRST_ID.unit(LAPTOP, null, links)).isEqualTo(LAPTOP);
    assertThat(LinkPolicy.FIRST_ID.unit(LAPTOP, ALICE, links)).isEqualTo(PHONE);
    assertThat(LinkPolicy.FIRST_ID.unit(PHONE, ALICE, links)).isEqualTo(PHONE);
  }
}
