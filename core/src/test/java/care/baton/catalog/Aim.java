package care.baton.catalog;

import care.baton.record.CoordinationRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What to ask for next where a run stands: the more often, the fewer times its outcomes have been met there and the
 * more rarely asking leads to them, as far as has been seen. How things stood just before something rare is kept, to
 * begin there again.
 */
final class Aim {

    static final long ENOUGH = 1_000;

    static final List<String> OUTCOMES = List.of("applied", "nothing", "refused");

    private static final List<String> KINDS = Stream.concat(ShippedDeck.KINDS.stream(), ShippedTalk.KINDS.stream())
            .toList();

    /** However rarely it has led there: what cannot be met must not be all that is asked. */
    private static final double MOST = 40;

    private static final int KEPT = 6;

    /** What is not met by itself, since what comes before it has been met often enough in other ways. */
    private static final Map<String, String> TAKES =
            Map.of("AgreeConditions", "AcceptWithConditions", "MeetCondition", "AcceptWithConditions");

    /** How things stood before something rare, and what was asked for then. */
    record Kept(String kind, CoordinationRecord record, Instant now) {}

    /** Where a run stands: by command and outcome, whether it can be met and how often it was. */
    private static final class Row {

        private final boolean[][] open = new boolean[KINDS.size()][OUTCOMES.size()];
        private final long[][] met = new long[KINDS.size()][OUTCOMES.size()];
        private final double[] weights = new double[KINDS.size()];

        private long meet(int kind, int outcome) {
            long times = ++met[kind][outcome];
            weigh(kind);
            return times;
        }

        private void weigh(int kind) {
            long asked = 0;
            for (long one : met[kind]) {
                asked += one;
            }
            double weight = 0;
            for (int i = 0; i < met[kind].length; i++) {
                long missing = open[kind][i] ? Math.max(0, ENOUGH - met[kind][i]) : 0;
                weight += Math.min(MOST, missing * (asked + 3.0) / (ENOUGH * (met[kind][i] + 1.0)));
            }
            weights[kind] = weight;
        }

        private double weight() {
            return sum(weights);
        }
    }

    private final Predicate<String> canBeMet;
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<Kept>> kept = new HashMap<>();
    private final List<String> rare = new ArrayList<>();
    private long count;

    Aim(Predicate<String> canBeMet) {
        this.canBeMet = canBeMet;
        for (int kind = 0; kind < KINDS.size(); kind++) {
            places.put(KINDS.get(kind), kind);
        }
    }

    private Row row(String stage) {
        return rows.computeIfAbsent(stage, s -> {
            Row row = new Row();
            for (int kind = 0; kind < KINDS.size(); kind++) {
                for (int i = 0; i < OUTCOMES.size(); i++) {
                    row.open[kind][i] = canBeMet.test(cell(s, kind, i));
                }
                row.weigh(kind);
            }
            return row;
        });
    }

    private static String cell(String stage, int kind, int outcome) {
        return stage + " " + KINDS.get(kind) + " " + OUTCOMES.get(outcome);
    }

    void met(SplittableRandom random, String stage, String outcome, Kept before) {
        count++;
        long met = row(stage).meet(places.get(before.kind()), OUTCOMES.indexOf(outcome));
        if (met < ENOUGH) {
            String cell = stage + " " + before.kind() + " " + outcome;
            List<Kept> there = kept.computeIfAbsent(cell, c -> new ArrayList<>());
            if (there.isEmpty()) {
                rare.add(cell);
            }
            if (there.size() < KEPT) {
                there.add(before);
            } else if (random.nextInt(8) == 0) {
                there.set(random.nextInt(KEPT), before);
            }
        }
    }

    /** Before something that has been met, and not yet often enough. */
    Optional<Kept> again(SplittableRandom random) {
        while (!rare.isEmpty()) {
            int which = rarer(random.nextInt(rare.size()), random.nextInt(rare.size()));
            String cell = rare.get(which);
            if (met(cell) < ENOUGH) {
                return Optional.of(ShippedDeck.one(random, kept.get(cell)));
            }
            rare.set(which, rare.get(rare.size() - 1));
            rare.remove(rare.size() - 1);
            kept.remove(cell);
        }
        return Optional.empty();
    }

    private int rarer(int one, int other) {
        return met(rare.get(one)) <= met(rare.get(other)) ? one : other;
    }

    private long met(String cell) {
        String[] words = cell.split(" ");
        return row(words[0]).met[places.get(words[1])][OUTCOMES.indexOf(words[2])];
    }

    /**
     * What to ask for there: anything when all has been met often enough; and half the time, before what has never been
     * done there, what it takes for it.
     */
    String kind(SplittableRandom random, String stage) {
        int kind = one(random, row(stage).weights);
        String takes = TAKES.get(KINDS.get(kind));
        boolean never = takes != null && row(stage).met[kind][OUTCOMES.indexOf("applied")] == 0;
        return never && random.nextBoolean() ? takes : KINDS.get(kind);
    }

    /** Which of these stages to begin at. */
    int stage(SplittableRandom random, List<String> stages) {
        return one(random, stages.stream().mapToDouble(s -> row(s).weight()).toArray());
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    private static int one(SplittableRandom random, double[] weights) {
        double all = sum(weights);
        double left = random.nextDouble() * all;
        for (int i = 0; i < weights.length && all > 0; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return random.nextInt(weights.length);
    }

    /** Whether something where a run stood has not been met often enough. */
    boolean lacks() {
        return rows.values().stream().anyMatch(row -> row.weight() > 0);
    }

    /** How many commands there were. */
    long count() {
        return count;
    }

    /** Every cell that was met, and how often. */
    SortedMap<String, Long> hits() {
        SortedMap<String, Long> hits = new TreeMap<>();
        rows.forEach((stage, row) -> {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                for (int i = 0; i < OUTCOMES.size(); i++) {
                    if (row.met[kind][i] > 0) {
                        hits.put(cell(stage, kind, i), row.met[kind][i]);
                    }
                }
            }
        });
        return hits;
    }

    /** Every cell that there could be at these stages. */
    static List<String> all(List<String> stages) {
        return stages.stream()
                .flatMap(stage -> KINDS.stream()
                        .flatMap(kind -> OUTCOMES.stream().map(outcome -> stage + " " + kind + " " + outcome)))
                .toList();
    }
}
