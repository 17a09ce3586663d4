package care.baton.evidence;

import care.baton.evidence.Ward.Hint;
import care.baton.evidence.Ward.Moved;
import care.baton.evidence.Ward.Noted;
import care.baton.evidence.Ward.Planned;
import care.baton.evidence.Ward.Rested;
import care.baton.evidence.Ward.Shift;
import care.baton.evidence.Ward.Step;
import care.baton.evidence.Ward.TakeNote;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.time.BeforeVisits;
import care.baton.time.BusinessDays;
import care.baton.time.Daily;
import care.baton.time.DueRule;
import care.baton.time.Elapsed;
import care.baton.time.SameDay;
import care.baton.time.Stamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Ward events and ledgers, drawn from a source of numbers: the same source gives the same. */
public final class LedgerArbitraries {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final String[] LETTERS = {
        "a", "b", "Z", " ", "/", "\"", "\\", "\n", "é", "İ", "ı", "٣", "界", "😀", "\uD800"
    };
    private static final String[] ZONES = {"Europe/Istanbul", "America/New_York", "UTC", "Z", "+05:30", "Asia/Riyadh"};

    private LedgerArbitraries() {}

    public static Ward event(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> noted(random);
            case 4, 5 -> planned(random);
            case 6 -> new Moved(holder(random), instant(random));
            default -> new Rested();
        };
    }

    public static Noted noted(SplittableRandom random) {
        return new Noted(
                code(random),
                holder(random),
                instant(random),
                words(random),
                maybe(random, LedgerArbitraries::words),
                random.nextInt(),
                random.nextBoolean(),
                several(random, LedgerArbitraries::person));
    }

    public static Planned planned(SplittableRandom random) {
        return new Planned(
                text(random),
                random.nextLong(),
                Duration.ofSeconds(random.nextLong(-4_000_000_000L, 4_000_000_000L), random.nextInt(1_000_000_000)),
                LocalDate.ofEpochDay(random.nextInt(-800_000, 3_000_000)),
                LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L)),
                ZoneId.of(ZONES[random.nextInt(ZONES.length)]),
                DayOfWeek.of(1 + random.nextInt(7)),
                random.nextBoolean() ? Shift.EARLY : Shift.LATE_AND_NIGHT,
                Digest.of(new byte[] {(byte) random.nextInt(4)}),
                due(random),
                several(random, source -> step(source, 3)),
                maybe(random, source -> new Hint(text(source))));
    }

    public static TakeNote command(SplittableRandom random) {
        return new TakeNote(code(random), words(random));
    }

    /** A ledger of so many entries: several a command, clocks that go back, answers that were relayed. */
    public static Ledger ledger(SplittableRandom random, String record, int entries) {
        Ledger ledger = Ledger.empty(RecordId.of(record));
        for (int i = 0; ledger.size() < entries; i++) {
            List<Ward> events = new ArrayList<>();
            int many = Math.min(1 + random.nextInt(3), entries - ledger.size());
            for (int k = 0; k < many; k++) {
                events.add(event(random));
            }
            Act act = act(random, "command-" + i, START.plusSeconds(60L * i - random.nextInt(120)));
            ledger = ledger.append(act, command(random), salt(random), events)
                    .orThrow()
                    .state();
        }
        return ledger;
    }

    public static Act act(SplittableRandom random, String command, Instant at) {
        Stamp stamp = new Stamp(at, maybe(random, source -> at.minusSeconds(5)), maybe(random, source -> at));
        Optional<Relayed> relayed = maybe(random, source -> new Relayed(holder(source), Channel.PHONE, at));
        return new Act(CommandId.of(command), holder(random), stamp, relayed);
    }

    public static Salt salt(SplittableRandom random) {
        byte[] bytes = new byte[16 + random.nextInt(49)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return Salt.of(bytes);
    }

    private static Step step(SplittableRandom random, int deep) {
        List<Step> then = deep == 0 ? List.of() : several(random, source -> step(source, deep - 1));
        return new Step(code(random), words(random), then);
    }

    private static DueRule due(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Elapsed(Duration.ofMinutes(1 + random.nextInt(9999)));
            case 1 -> new SameDay();
            case 2 -> new BusinessDays(1 + random.nextInt(9));
            case 3 -> new Daily(LocalTime.of(random.nextInt(24), 0), random.nextBoolean());
            default -> new BeforeVisits(1 + random.nextInt(3), Duration.ofHours(1 + random.nextInt(99)));
        };
    }

    private static Holder holder(SplittableRandom random) {
        OrganizationId organization = OrganizationId.of("org-" + random.nextInt(4));
        return new Holder(organization, code(random), maybe(random, LedgerArbitraries::person));
    }

    private static PersonId person(SplittableRandom random) {
        return PersonId.of("person-" + random.nextInt(9));
    }

    private static Code code(SplittableRandom random) {
        return Code.of("code-" + random.nextInt(6));
    }

    private static Instant instant(SplittableRandom random) {
        return START.plus(Duration.ofNanos(random.nextLong(1_000_000_000_000_000_000L)));
    }

    public static Sensitive words(SplittableRandom random) {
        return random.nextInt(4) == 0 ? Sensitive.none() : Sensitive.of("w" + text(random));
    }

    public static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private static <T> Optional<T> maybe(SplittableRandom random, Function<SplittableRandom, T> value) {
        return random.nextBoolean() ? Optional.of(value.apply(random)) : Optional.empty();
    }

    private static <T> List<T> several(SplittableRandom random, Function<SplittableRandom, T> value) {
        List<T> values = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            values.add(value.apply(random));
        }
        return values;
    }
}
