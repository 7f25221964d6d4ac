package io.github.evenlot.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.bucketing.Bucketings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AudienceTest {

  private static Experiment.Builder exp() {
    return Experiment.builder("exp").variant("a", 50).variant("b", 50);
  }

  @Test
  @DisplayName("Unless told otherwise all users are in, and each wither changes one thing.")
  void withers() {
    MutexGroup group = MutexGroup.of("group");
    Audience audience =
        Audience.EVERYONE
            .withUnitKind("device")
            .withHoldout(Holdout.of("2026", 5))
            .withForced("tester", "a")
            .withForced("tester", "b")
            .withPrerequisite(Prerequisite.of("other", "on"))
            .withSlot(group.slot(0, 100))
            .withTraffic(Traffic.of("salt", 10));
    assertThat(exp().build().audience()).isEqualTo(Audience.EVERYONE);
    assertThat(Audience.EVERYONE.unitKind()).isEqualTo("user");
    assertThat(audience)
        .isEqualTo(
            new Audience(
                "device",
                List.of(Holdout.of("2026", 5)),
                Map.of("tester", "b"),
                List.of(new Prerequisite("other", Set.of("on"))),
                new Slot(group, 0, 100),
                Traffic.of("salt", 10)));
  }

  @Test
  @DisplayName("What an audience was given it can be without, and without it only once.")
  void without() {
    Audience audience =
        Audience.EVERYONE
            .withHoldout(Holdout.of("2026", 5))
            .withForced(Map.of("tester", "a", "other", "b"))
            .withPrerequisite(Prerequisite.of("other", "on"))
            .withSlot(MutexGroup.of("group").slot(0, 100));
    Audience none =
        audience
            .withoutHoldout("2026")
            .withoutForced("tester")
            .withoutForced("other")
            .withoutPrerequisite("other")
            .withoutSlot();
    assertThat(none).isEqualTo(Audience.EVERYONE);
    assertThat(audience.withoutForced("other").forced()).containsExactly(Map.entry("tester", "a"));
    refused("the audience has no holdout \"2026\"", () -> none.withoutHoldout("2026"));
    refused("the audience has no forced unit \"tester\"", () -> none.withoutForced("tester"));
    refused("the audience has no prerequisite \"other\"", () -> none.withoutPrerequisite("other"));
  }

  @Test
  @DisplayName("Holdouts of the group and of the groups around it apply, each once.")
  void allHoldouts() {
    Holdout company = Holdout.of("company", 1);
    Holdout shop = Holdout.of("shop", 2);
    Holdout own = Holdout.of("own", 3);
    MutexGroup outer = MutexGroup.of("outer").withHoldouts(List.of(company));
    MutexGroup inner =
        MutexGroup.of("inner").withHoldouts(List.of(shop, company)).within(outer.slot(0, 5000));
    assertThat(Audience.EVERYONE.withHoldout(own).withSlot(inner.slot(0, 10)).allHoldouts())
        .containsExactly(own, shop, company);
  }

  @Test
  @DisplayName("Nobody changes an audience afterwards.")
  void immutable() {
    Map<String, String> forced = new HashMap<>(Map.of("tester", "a"));
    Audience audience = new Audience("user", List.of(), forced, List.of(), null, Traffic.ALL);
    forced.put("tester", "b");
    assertThat(audience.forced()).containsExactly(Map.entry("tester", "a"));
  }

  @Test
  @DisplayName("Forced variants are variants of the experiment, and at most 10,000.")
  void forced() {
    refused(
        "experiment \"exp\" forces unit \"tester\" into \"c\", which is none of its variants [a,"
            + " b]",
        () -> exp().audience(Audience.EVERYONE.withForced("tester", "c")).build());
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i <= 10_000; i++) {
      many.put("unit" + i, "a");
    }
    refused(
        "10001 units are forced into variants, above 10000",
        () -> new Audience("user", List.of(), many, List.of(), null, Traffic.ALL));
  }

  @Test
  @DisplayName("Holdouts are named once, in an audience and in a group.")
  void holdoutsTwice() {
    refused(
        "holdout \"2026\" is named twice",
        () ->
            Audience.EVERYONE
                .withHoldout(Holdout.of("2026", 5))
                .withHoldout(Holdout.of("2026", 6)));
    refused(
        "holdout \"2026\" is named twice",
        () ->
            MutexGroup.of("group")
                .withHoldouts(List.of(Holdout.of("2026", 5), Holdout.of("2026", 5))));
  }

  @Test
  @DisplayName("A holdout is a share of two decimals and a whole number of buckets.")
  void holdout() {
    assertThat(Holdout.of("2026", 0.01).heldOutBuckets()).isEqualTo(1);
    assertThat(Holdout.of("2026", 100).heldOutBuckets()).isEqualTo(10_000);
    assertThat(Holdout.of("2026", 5).salt()).isEqualTo("$holdout:2026");
    refused("holdout \"2026\" of 101 percent is above 100", () -> Holdout.of("2026", 101));
    refused("holdout \"2026\" of -1 percent is below 0", () -> Holdout.of("2026", -1));
    refused(
        "holdout \"2026\" of 0.001 percent has more than two decimals",
        () -> Holdout.of("2026", 0.001));
    refused(
        "holdout \"2026\" of NaN percent is not a number", () -> Holdout.of("2026", Double.NaN));
    refused(
        "holdout \"2026\" of 0.5 percent is not a whole number of the 100 buckets",
        () -> new Holdout("2026", "user", Bucketings.MD5_100, "salt", 50));
    refused(
        "holdout \"2026\" of 100.01 percent is above 100",
        () -> new Holdout("2026", "user", Bucketings.MD5_100, "salt", 10_001));
  }

  @Test
  @DisplayName("A prerequisite names another experiment and a variant; the order is the texts'.")
  void prerequisites() {
    assertThat(Prerequisite.of("other", "z", "a", "m").variants()).containsExactly("a", "m", "z");
    assertThat(Prerequisite.of("other", "z", "a")).hasToString("other in [a, z]");
    refused(
        "prerequisite \"other\" names no variant, so nobody could meet it",
        () -> Prerequisite.of("other"));
    refused("variant \"\" has 0 characters, not 1 to 200", () -> Prerequisite.of("other", ""));
    refused(
        "experiment \"exp\" is a prerequisite of itself",
        () ->
            exp()
                .audience(Audience.EVERYONE.withPrerequisite(Prerequisite.of("exp", "a")))
                .build());
  }

  @Test
  @DisplayName("No two draws share a salt: one of them would decide the other.")
  void independentDraws() {
    MutexGroup group = MutexGroup.of("group").withSalt("exp");
    refused(
        "experiment \"exp\": the split and the traffic both draw by evenlot-1 with the salt \"exp\""
            + " over units of kind \"user\"; each draw needs a salt of its own",
        () -> exp().audience(Audience.EVERYONE.withTraffic(Traffic.of("exp", 50))).build());
    refused(
        "experiment \"exp\": the split and mutex group \"group\" both draw by evenlot-1 with the"
            + " salt \"exp\" over units of kind \"user\"; each draw needs a salt of its own",
        () -> exp().audience(Audience.EVERYONE.withSlot(group.slot(0, 10))).build());
    refused(
        "experiment \"exp\": the traffic and holdout \"2026\" both draw by evenlot-1 with the salt"
            + " \"$holdout:2026\" over units of kind \"user\"; each draw needs a salt of its own",
        () ->
            exp()
                .audience(
                    Audience.EVERYONE
                        .withHoldout(Holdout.of("2026", 5))
                        .withTraffic(Traffic.of("$holdout:2026", 50)))
                .build());
    refused(
        "experiment \"exp\": mutex group \"inner\" and mutex group \"outer\" both draw by evenlot-1"
            + " with the salt \"one\" over units of kind \"user\"; each draw needs a salt of its"
            + " own",
        () ->
            exp()
                .audience(
                    Audience.EVERYONE.withSlot(
                        MutexGroup.of("inner")
                            .withSalt("one")
                            .within(MutexGroup.of("outer").withSalt("one").slot(0, 5000))
                            .slot(0, 10)))
                .build());
  }

  @Test
  @DisplayName("One salt may serve two kinds of unit, two bucketings, a traffic that is everyone.")
  void differentDraws() {
    MutexGroup devices = MutexGroup.of("group").withSalt("exp").withUnitKind("device");
    MutexGroup md5 = MutexGroup.of("group").withSalt("exp").withBucketing(Bucketings.MD5_100);
    for (Audience audience :
        List.of(
            Audience.EVERYONE.withSlot(devices.slot(0, 10)),
            Audience.EVERYONE.withSlot(md5.slot(0, 10)),
            Audience.EVERYONE.withTraffic(Traffic.of("exp", 100)))) {
      assertThat(exp().audience(audience).build().audience()).isEqualTo(audience);
    }
  }

  private static void refused(String message, ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }
}
