package care.baton.risk;

import care.baton.note.ContactType;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.time.BusinessDays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Signs and rules as a source of numbers has them: the same source gives the same. */
final class Signs {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final Code UNIT = Code.of("g");

    private static final List<Code> SUBJECTS = List.of(Code.of("appetite"), Code.of("weight"), Code.of("hours"));

    private Signs() {}

    /** Up to thirty, over some ten days, some at one instant. */
    static List<Sign> any(SplittableRandom random) {
        List<Sign> signs = new ArrayList<>();
        for (int i = random.nextInt(31); i > 0; i--) {
            signs.add(sign(random, signs.size() + 1));
        }
        return signs;
    }

    private static Sign sign(SplittableRandom random, int number) {
        Source source = Source.values()[random.nextInt(Source.values().length)];
        boolean contact = source == Source.CONTACT;
        Sign.Kind kind = contact ? Sign.Kind.CONTACT : Sign.Kind.OBSERVATION;
        Optional<Measured> figure =
                random.nextInt(3) == 0 ? Optional.of(new Measured(random.nextInt(20), UNIT)) : Optional.empty();
        return new Sign(
                new Sign.Ref(kind, number),
                SUBJECTS.get(random.nextInt(SUBJECTS.size())),
                source,
                contact ? Optional.of(ContactType.FAMILY_CALL) : Optional.empty(),
                List.of(who(random.nextInt(4))),
                START.plus(Duration.ofHours(random.nextInt(240))),
                1 + random.nextInt(2),
                random.nextInt(60),
                random.nextInt(4) > 0,
                figure,
                figure.filter(f -> random.nextBoolean()));
    }

    private static Holder who(int number) {
        return Holder.of(OrganizationId.of("house-" + number), Code.of("nurse"));
    }

    static Sign score(int number, int points) {
        return new Sign(
                new Sign.Ref(Sign.Kind.SCORE, number),
                Instrument.LACE.code(),
                Source.METRIC,
                Optional.empty(),
                List.of(who(1)),
                START.plus(Duration.ofHours(number)),
                1,
                0,
                true,
                Optional.of(new Measured(points, Instrument.LACE.code())),
                Optional.empty());
    }

    /** Of every form, with thresholds that fall, or for a falling figure rise, as acuity rises. */
    static PatternRule rule(SplittableRandom random) {
        Trigger trigger =
                switch (random.nextInt(5)) {
                    case 0 -> new Trigger.Each();
                    case 1 -> new Trigger.Reached(UNIT, random.nextBoolean(), random.nextBoolean());
                    default -> repeated(random);
                };
        return rule(trigger, counted(random), thresholds(random, trigger), Duration.ofHours(1 + random.nextInt(72)));
    }

    static PatternRule rule(Trigger trigger, Counted counted, Thresholds thresholds, Duration window) {
        Proposal proposal = new Proposal(
                List.of(Code.of("need-changed")),
                Code.of("look-closer"),
                Code.of("supervisor"),
                new BusinessDays(1),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new PatternRule(Code.of("rule"), counted, trigger, window, thresholds, proposal);
    }

    private static Trigger repeated(SplittableRandom random) {
        int priors = random.nextInt(3);
        return new Trigger.Repeated(
                Trigger.Adds.values()[random.nextInt(2)],
                random.nextBoolean(),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                priors,
                priors == 0 ? 0 : 1 + random.nextInt(3),
                random.nextInt(3) == 0 ? List.of(Code.of("hours")) : List.of());
    }

    private static Counted counted(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Counted.from(Source.STAFF, Source.FAMILY, Source.NOTE);
            case 1 -> Counted.about(SUBJECTS.get(0), SUBJECTS.get(1));
            case 2 -> new Counted(List.of(), List.of(), List.of(), true);
            default -> Counted.from();
        };
    }

    private static Thresholds thresholds(SplittableRandom random, Trigger trigger) {
        boolean minutes = trigger instanceof Trigger.Repeated r && r.adds() == Trigger.Adds.MINUTES;
        int scale = minutes ? 30 : 1;
        long high = scale * (1L + random.nextInt(3));
        long moderate = high + (long) scale * random.nextInt(3);
        long low = moderate + (long) scale * random.nextInt(3);
        boolean falling = trigger instanceof Trigger.Reached r && r.falling();
        return falling ? new Thresholds(high, moderate, low) : new Thresholds(low, moderate, high);
    }
}
