package care.baton.json;

import care.baton.evidence.Component;
import care.baton.evidence.Described;
import care.baton.evidence.Kind;
import care.baton.evidence.LedgerArbitraries;
import care.baton.party.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Any value of any record that can be written, drawn from its description: the same source gives the same. */
public final class AnyRecord {

    private static final int TRIES = 500;
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final SplittableRandom random;

    private AnyRecord(SplittableRandom random) {
        this.random = random;
    }

    /** Draws until the record's own constructor takes it. */
    public static Object of(Described described, SplittableRandom random) {
        return new AnyRecord(random).record(described, 0);
    }

    private Object record(Described described, int deep) {
        RuntimeException last = new IllegalArgumentException("never tried");
        for (int i = 0; i < TRIES; i++) {
            try {
                return described.make(described.components().stream()
                        .map(part -> component(part, deep))
                        .toArray());
            } catch (IllegalArgumentException refused) {
                last = refused;
            }
        }
        throw new IllegalStateException("none of " + TRIES + " was taken", last);
    }

    /** Mostly one of everyday size, since most of what is counted has a limit. */
    private long number() {
        return random.nextLong(0, random.nextInt(8) == 0 ? Long.MAX_VALUE : random.nextBoolean() ? 40 : 1_000_000);
    }

    private Object component(Component part, int deep) {
        Kind kind = part.kind();
        return switch (kind.shape()) {
            case OPTIONAL ->
                random.nextInt(3) == 0 || deep > 3 ? Optional.empty() : Optional.of(value(kind.element(), deep));
            case LIST -> list(kind.element(), deep);
            default -> value(kind, deep);
        };
    }

    private List<Object> list(Kind kind, int deep) {
        List<Object> values = new ArrayList<>();
        for (int i = deep > 3 ? 1 : random.nextInt(4); i > 0; i--) {
            values.add(value(kind, deep));
        }
        return values;
    }

    private Object value(Kind kind, int deep) {
        return switch (kind.shape()) {
            case TEXT -> "t" + LedgerArbitraries.text(random);
            case INT -> random.nextInt(1, 40);
            case LONG -> number();
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> START.plus(Duration.ofNanos(random.nextLong(1_000_000_000_000_000_000L)));
            case DURATION -> Duration.ofSeconds(random.nextInt(1, 4_000_000), random.nextInt(1_000_000_000));
            case DATE -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case TIME -> LocalTime.ofSecondOfDay(random.nextInt(86_400));
            case ZONE -> ZoneId.of("Europe/Istanbul");
            case CHOICE ->
                kind.type().getEnumConstants()[random.nextInt(kind.type().getEnumConstants().length)];
            case DIGEST -> Digest.of(new byte[] {(byte) random.nextInt(9)});
            case WORDS -> LedgerArbitraries.words(random);
            case WORD -> kind.parse("w-" + random.nextInt(99));
            case RECORD -> record(kind.records().get(0), deep + 1);
            case FAMILY ->
                record(kind.records().get(random.nextInt(kind.records().size())), deep + 1);
            default -> throw new IllegalArgumentException("not a value by itself");
        };
    }
}
