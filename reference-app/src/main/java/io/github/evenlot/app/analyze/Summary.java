package io.github.evenlot.app.analyze;

import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the findings of an archive come to. */
final class Summary {

  private static final double ALPHA = 0.05;

  private final List<Finding> findings;
  private final int failures;

  private Summary(List<Finding> findings, int failures) {
    this.findings = findings;
    this.failures = failures;
  }

  static Summary of(List<Outcome> outcomes) {
    List<Finding> findings =
        outcomes.stream().filter(Finding.class::isInstance).map(Finding.class::cast).toList();
    return new Summary(findings, outcomes.size() - findings.size());
  }

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(size());
    sections.add(verdicts());
    if (findings.stream().anyMatch(each -> each.overall().isPresent())) {
      sections.add(alike());
    }
    if (!months().isEmpty()) {
      sections.add(byMonth());
    }
    if (findings.stream().anyMatch(each -> each.looks().isPresent())) {
      sections.add(byMetric());
      sections.add(gone());
    }
    return sections;
  }

  private Section size() {
    Map<List<String>, Long> arms = arms();
    List<List<String>> rows = new ArrayList<>();
    long experiments = findings.stream().map(each -> each.study().experiment()).distinct().count();
    rows.add(List.of("experiments", Numbers.count(experiments)));
    rows.add(List.of("arms", Numbers.count(arms.size())));
    rows.add(
        List.of("units", Numbers.count(arms.values().stream().mapToLong(Long::longValue).sum())));
    rows.add(List.of("studies", Numbers.count(findings.size())));
    if (findings.stream().anyMatch(each -> !each.study().sharesKnown())) {
      rows.add(
          List.of("of unequal arms, shares unknown", Numbers.count(count(Summary::isUnequal))));
    }
    rows.add(List.of("errors in the files", Numbers.count(failures)));
    return new Section("Size", List.of("", "number"), rows);
  }

  /** The units of every arm, a control once however many treatments are held against it. */
  private Map<List<String>, Long> arms() {
    Map<List<String>, Long> arms = new HashMap<>();
    for (Finding finding : findings) {
      Study study = finding.study();
      for (int i = 0; i < study.arms().size(); i++) {
        arms.put(List.of(study.experiment(), study.arms().get(i).id()), study.end().units().get(i));
      }
    }
    return arms;
  }

  private static boolean isUnequal(Finding finding) {
    return !finding.study().sharesKnown() && Analysis.isMismatch(finding.sampleRatio());
  }

  private Section verdicts() {
    return new Section(
        "Verdicts",
        List.of("verdict", "studies", "share"),
        Arrays.stream(Verdict.values())
            .map(
                verdict ->
                    shares(
                        verdict.words(), count(each -> each.verdict() == verdict), findings.size()))
            .toList());
  }

  private Section alike() {
    long sound = count(Summary::isSound);
    return new Section(
        "All arms alike, of studies that are not broken",
        List.of("", "studies", "share"),
        List.of(
            shares("rejected at p < 0.05", count(each -> isSound(each) && rejects(each)), sound),
            shares("not rejected", sound - count(e -> isSound(e) && rejects(e)), sound)));
  }

  private static boolean isSound(Finding finding) {
    return finding.overall().filter(Tested.class::isInstance).isPresent()
        && finding.verdict() != Verdict.BROKEN;
  }

  private static boolean rejects(Finding finding) {
    return finding.overall().filter(test -> pValue(test) < ALPHA).isPresent();
  }

  private static double pValue(TestResult test) {
    return test instanceof Tested tested ? tested.pValue() : 1;
  }

  /** Studies by month, and how many of them are broken. */
  Map<YearMonth, List<Finding>> months() {
    return findings.stream()
        .filter(each -> each.study().week().isPresent())
        .collect(
            Collectors.groupingBy(
                each -> YearMonth.from(each.study().week().orElseThrow()),
                TreeMap::new,
                Collectors.toList()));
  }

  static long broken(List<Finding> findings) {
    return findings.stream().filter(each -> each.verdict() == Verdict.BROKEN).count();
  }

  private Section byMonth() {
    return new Section(
        "Broken randomisation by month",
        List.of("month", "studies", "broken", "share"),
        months().entrySet().stream()
            .map(
                month -> {
                  long all = month.getValue().size();
                  long broken = broken(month.getValue());
                  return List.of(
                      month.getKey().toString(),
                      Numbers.count(all),
                      Numbers.count(broken),
                      Numbers.percent(broken, all));
                })
            .toList());
  }

  private Section byMetric() {
    Map<String, List<Finding>> metrics =
        findings.stream()
            .filter(each -> each.looks().isPresent())
            .collect(
                Collectors.groupingBy(
                    each -> each.study().metric(), TreeMap::new, Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    metrics.forEach((metric, of) -> rows.add(looks("metric " + metric, of)));
    rows.add(looks("all", metrics.values().stream().flatMap(List::stream).toList()));
    return new Section(
        "Studies with a difference, by how one looks",
        List.of("", "studies", "looks", "peeking", "at the end", "sequential"),
        rows);
  }

  private Section gone() {
    List<Looks> looks = looks();
    return new Section(
        "Differences that are gone at the end (p > 0.05)",
        List.of("claimed by", "claims", "gone", "share"),
        List.of(
            gone("stopping at p < 0.05", looks.stream().filter(each -> each.naive().isPresent())),
            gone("sequential design", looks.stream().filter(Looks::rejects))));
  }

  private static List<String> gone(String name, Stream<Looks> claims) {
    List<Looks> all = claims.toList();
    long gone = all.stream().filter(each -> !each.differsAtTheEnd()).count();
    return List.of(
        name, Numbers.count(all.size()), Numbers.count(gone), Numbers.percent(gone, all.size()));
  }

  /** The looks of all studies that have any. */
  List<Looks> looks() {
    return looks(findings);
  }

  private static List<Looks> looks(List<Finding> findings) {
    return findings.stream()
        .flatMap(each -> each.looks().stream())
        .filter(each -> each.report().isPresent())
        .toList();
  }

  private static List<String> looks(String name, List<Finding> findings) {
    List<Looks> tested = looks(findings);
    return List.of(
        name,
        Numbers.count(tested.size()),
        Numbers.count(tested.stream().mapToLong(each -> each.taken().size()).sum()),
        Numbers.count(tested.stream().filter(each -> each.naive().isPresent()).count()),
        Numbers.count(tested.stream().filter(Looks::differsAtTheEnd).count()),
        Numbers.count(tested.stream().filter(Looks::rejects).count()));
  }

  List<Finding> findings() {
    return findings;
  }

  private long count(Predicate<Finding> predicate) {
    return findings.stream().filter(predicate).count();
  }

  private static List<String> shares(String name, long part, long whole) {
    return List.of(name, Numbers.count(part), Numbers.percent(part, whole));
  }
}
