package care.baton.consent;

import care.baton.consent.Consent.Choice;
import care.baton.consent.Consent.Form;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Decisions about sharing in a world so small that they meet: two organizations, two roles, three items, ten hours. */
final class ConsentArbitraries {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final int HOURS = 10;
    static final List<Code> ITEMS = List.of(Code.of("diagnosis"), Code.of("routines"), Code.of("address"));
    static final List<Purpose> PURPOSES = List.of(Purpose.TREATMENT, Purpose.CARE_COORDINATION);
    static final List<Audience> AUDIENCES = audiences();
    static final Holder RECORDER = Holder.of(OrganizationId.of("office"), Code.of("case-manager"));

    private static final PersonId WHO = PersonId.of("person-1");

    /** What somebody asks: may this be shared then, with them, for that? */
    record Question(Information what, Instant at, Audience to, Purpose purpose) {

        boolean isYes(Consents consents) {
            return consents.sharing(what, at, to, purpose).isPermitted();
        }
    }

    /** One roll: a decision, a withdrawal, an error, or a label. */
    record Roll(int what, int which, int who, int when) {}

    private ConsentArbitraries() {}

    static Arbitrary<List<Roll>> rolls() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 9999);
        return Combinators.combine(any, any, any, any)
                .as(Roll::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    static Arbitrary<Consents> histories() {
        return rolls().map(ConsentArbitraries::played);
    }

    static Arbitrary<Consent> consents() {
        return rolls().map(rolls -> consent(rolls.get(0)));
    }

    /** Everything that can be asked in this world. */
    static List<Question> questions(Consents consents) {
        List<Question> all = new ArrayList<>();
        for (int hour = 0; hour <= HOURS; hour++) {
            for (Audience to : AUDIENCES) {
                for (Purpose purpose : PURPOSES) {
                    for (Code item : ITEMS) {
                        all.add(new Question(consents.information(item), at(hour), to, purpose));
                    }
                }
            }
        }
        return all;
    }

    static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    /** One roll after the other; the clock goes on half an hour for each. */
    private static Consents played(List<Roll> rolls) {
        Consents consents = Consents.none();
        for (int i = 0; i < rolls.size(); i++) {
            consents = after(consents, rolls.get(i), START.plus(Duration.ofMinutes(30L * i)));
        }
        return consents;
    }

    private static Consents after(Consents consents, Roll roll, Instant now) {
        int size = consents.all().size();
        int one = size == 0 ? 1 : 1 + roll.which() % size;
        return switch (roll.what() % 8) {
            case 0 -> consents.revoked(one, now);
            case 1 -> consents.markedInError(one);
            case 2 -> consents.labelled(pick(ITEMS, roll.which()), pick(List.of(Sensitivity.values()), roll.who()));
            default ->
                consents.recorded(
                        size + 1,
                        consent(roll),
                        roll.what() % 16 == 3 && size > 0 ? Optional.of(one) : Optional.empty(),
                        RECORDER,
                        now);
        };
    }

    static Consent consent(Roll roll) {
        List<Sensitivity> labels = roll.which() % 3 == 0 ? List.of(Sensitivity.values()[roll.which() % 2]) : List.of();
        Scope scope = roll.who() % 2 == 0
                ? new Scope.Everything(labels)
                : new Scope.Items(List.of(pick(ITEMS, roll.which())), labels);
        Choice choice = roll.what() % 5 == 0 ? Choice.REFUSE : Choice.PERMIT;
        Instant from = at(roll.when() % (HOURS - 3));
        boolean ends = choice == Choice.PERMIT && roll.when() % 4 != 0;
        Consent consent = new Consent(
                choice,
                scope,
                List.of(pick(AUDIENCES, roll.who())),
                List.of(pick(PURPOSES, roll.which() / 3)),
                Giver.self(WHO),
                Form.WRITTEN,
                from,
                ends ? Optional.of(from.plus(Duration.ofHours(1 + roll.when() % 4))) : Optional.empty());
        return roll.when() % 3 == 0 ? consent.because(Code.of("own-wish")) : consent;
    }

    private static List<Audience> audiences() {
        List<Audience> all = new ArrayList<>();
        for (String organization : List.of("clinic", "pantry")) {
            OrganizationId id = OrganizationId.of(organization);
            all.add(Audience.of(id));
            all.add(Audience.of(Holder.of(id, Code.of("nurse"))));
            all.add(Audience.of(Holder.of(id, Code.of("clerk"))));
        }
        return List.copyOf(all);
    }

    static <T> T pick(List<T> from, int number) {
        return from.get(Math.floorMod(number, from.size()));
    }
}
