package care.baton.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.note.Contact;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.note.ContactType;
import care.baton.note.Contacts;
import care.baton.note.Support;
import care.baton.note.Talk;
import care.baton.note.Tally;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.risk.Comparison.Period;
import care.baton.risk.RiskEvent.PatternDetected;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The load of one period beside those before it, and what a summary of it rests on. */
class ComparisonTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Holder NURSE = Holder.of(OrganizationId.of("clinic"), Code.of("nurse"));

    @Test
    void periodsFollowOneAnotherBackwardsAndEachContactFallsIntoOne() {
        Contacts contacts = made(
                MONDAY.minus(DAY),
                MONDAY.minusSeconds(1),
                MONDAY,
                MONDAY.minus(DAY).minusSeconds(1));
        Comparison trend = Comparison.of(contacts, MONDAY, DAY, 2);

        assertThat(trend.current()).isEqualTo(new Period(MONDAY.minus(DAY), MONDAY, new Tally(2, 20)));
        assertThat(trend.prior())
                .containsExactly(
                        new Period(MONDAY.minus(DAY.multipliedBy(2)), MONDAY.minus(DAY), new Tally(1, 10)),
                        new Period(MONDAY.minus(DAY.multipliedBy(3)), MONDAY.minus(DAY.multipliedBy(2)), Tally.NONE));
        assertThat(trend.isRising()).isTrue();
    }

    @Test
    void asMuchAsBeforeIsNoRise() {
        assertThat(Comparison.of(made(MONDAY.minusSeconds(1), MONDAY.minus(DAY).minusSeconds(1)), MONDAY, DAY, 1)
                        .isRising())
                .isFalse();
    }

    @Test
    void itComparesOneToAHundredAndTwentyPeriodsOfUpToAYear() {
        Duration year = Duration.ofDays(366);

        assertThat(Comparison.of(Contacts.none(), MONDAY, DAY, 120).prior()).hasSize(120);
        assertThat(Comparison.of(Contacts.none(), MONDAY, year, 1).current().length())
                .isEqualTo(year);
        assertThat(Comparison.of(Contacts.none(), MONDAY, year, 1)
                        .prior()
                        .get(0)
                        .length())
                .isEqualTo(year);
        refused(DAY, 0, "priors:");
        refused(DAY, 121, "priors:");
        refused(Duration.ZERO, 1, "length:");
        refused(Duration.ofDays(-1), 1, "length:");
        refused(year.plusNanos(1), 1, "length:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(MONDAY, MONDAY, Tally.NONE))
                .withMessage("until: after from");
    }

    @Test
    void aSummaryRestsOnTheContactsOfThePeriodAndOnThePatternsThatWereFoundInIt() {
        Instant from = MONDAY.minus(DAY);
        Risks risks = found(1, from.minusSeconds(1), Risks.none());
        risks = found(3, MONDAY, found(2, from, risks));
        LoadSummary summary = LoadSummary.of(NURSE, made(from, MONDAY), risks, MONDAY, DAY, 1);

        assertThat(summary.patterns()).containsExactly(2);
        assertThat(summary.evidence())
                .containsExactly(new Sign.Ref(Sign.Kind.OBSERVATION, 2), new Sign.Ref(Sign.Kind.CONTACT, 1));
    }

    private static void refused(Duration length, int priors, String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(Contacts.none(), MONDAY, length, priors))
                .withMessageStartingWith(field);
    }

    private static Risks found(int number, Instant at, Risks before) {
        Crossing crossing = new Crossing(
                Optional.empty(),
                at,
                Optional.empty(),
                Measured.of(1, "times"),
                List.of(new Sign.Ref(Sign.Kind.OBSERVATION, number)));
        Detection detection = new Detection(
                Code.of("rule"),
                crossing,
                Acuity.LOW,
                List.of(),
                Code.of("look-closer"),
                NURSE,
                List.of(),
                Optional.empty(),
                Optional.empty());
        return before.evolve(by(at), new PatternDetected(number, Code.of("run-1"), detection));
    }

    /** Ten minutes each. */
    private static Contacts made(Instant... instants) {
        Contacts contacts = Contacts.none();
        for (Instant at : instants) {
            Contact call = Contact.builder()
                    .kind(ContactType.FAMILY_CALL)
                    .talk(Talk.with(NURSE, Channel.PHONE))
                    .minutes(10)
                    .support(Support.unsaid())
                    .build();
            contacts =
                    contacts.evolve(by(at), new ContactRecorded(contacts.all().size() + 1, call));
        }
        return contacts;
    }

    private static Act by(Instant at) {
        return Act.of(CommandId.of("command-1"), NURSE, Stamp.at(at));
    }
}
