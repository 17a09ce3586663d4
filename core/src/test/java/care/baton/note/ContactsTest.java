package care.baton.note;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.note.ContactEvent.ContactClassified;
import care.baton.note.ContactEvent.ContactMarkedInError;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Relayed;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands of the contacts once something was said about them. */
class ContactsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Holder NURSE = Holder.of(OrganizationId.of("clinic"), Code.of("nurse"));
    private static final Holder LEAD = Holder.of(OrganizationId.of("hospital"), Code.of("lead"));
    private static final Code WHY = Code.of("looked-at");
    private static final Act ACT = Act.of(CommandId.of("command-1"), NURSE, Stamp.at(MONDAY));
    private static final Contacts ONE = Contacts.none().evolve(ACT, new ContactRecorded(1, call(10)));

    @Test
    void twoLogsAreTheSameWithTheSameContactsAndNoOtherwise() {
        Contacts again = Contacts.none().evolve(ACT, new ContactRecorded(1, call(10)));
        Contacts longer = Contacts.none().evolve(ACT, new ContactRecorded(1, call(11)));

        assertThat(ONE)
                .isEqualTo(again)
                .hasSameHashCodeAs(again)
                .isNotEqualTo(longer)
                .doesNotHaveSameHashCodeAs(longer)
                .isNotEqualTo(Contacts.none())
                .isNotEqualTo(ONE.all());
        assertThat(ONE).hasToString("Contacts[1]");
    }

    @Test
    void aPeriodHoldsItsBeginningAndNotItsEnd() {
        Instant later = MONDAY.plusSeconds(1);

        assertThat(ONE.between(MONDAY, later).all()).hasSize(1);
        assertThat(ONE.between(MONDAY.minusSeconds(1), MONDAY).all()).isEmpty();
        assertThat(ONE.between(later, later.plusSeconds(1)).all()).isEmpty();
    }

    @Test
    void whatIsSaidOfAContactThatIsNotThereChangesNothing() {
        assertThat(ONE.evolve(ACT, new ContactClassified(2, new Worth.Undetermined(), Optional.empty(), WHY)))
                .isEqualTo(ONE);
        assertThat(ONE.evolve(ACT, new ContactMarkedInError(2, WHY))).isEqualTo(ONE);
    }

    @Test
    void aContactOfWhichWeHearByTelephoneWasMadeWhenItWasSaidUnlessSomebodyKnowsBetter() {
        Relayed heard = new Relayed(LEAD, Channel.PHONE, MONDAY.minus(Duration.ofHours(2)));
        Stamp known = Stamp.at(MONDAY).withOccurred(MONDAY.minus(Duration.ofHours(5)));

        assertThat(made(new Act(ACT.command(), NURSE, Stamp.at(MONDAY), Optional.of(heard))))
                .isEqualTo(heard.saidAt());
        assertThat(made(new Act(ACT.command(), NURSE, known, Optional.of(heard))))
                .isEqualTo(MONDAY.minus(Duration.ofHours(5)));
        assertThat(made(ACT)).isEqualTo(MONDAY);
    }

    @Test
    void whatItWasWorthIsWhatWasSaidLastAndStaysSaidWhenItTurnsOutThatItNeverWas() {
        Contacts late = ONE.evolve(ACT, worth(new Worth.Avoidable(Worth.Cause.LATE)));
        Contacts judged = late.evolve(ACT, worth(new Worth.Valuable(WHY)));
        Logged never =
                judged.evolve(ACT, new ContactMarkedInError(1, WHY)).get(1).orElseThrow();

        assertThat(late.worth(Worth.Category.AVOIDABLE).all()).hasSize(1);
        assertThat(judged.worth(Worth.Category.AVOIDABLE).all()).isEmpty();
        assertThat(judged.get(1).map(Logged::worth)).contains(new Worth.Valuable(WHY));
        assertThat(never.counts()).isFalse();
        assertThat(never.inError()).contains(WHY);
        assertThat(never.judged()).hasSize(2);
        assertThat(never.worth()).isEqualTo(new Worth.Valuable(WHY));
    }

    private static Instant made(Act act) {
        return Contacts.none()
                .evolve(act, new ContactRecorded(1, call(10)))
                .get(1)
                .orElseThrow()
                .at();
    }

    private static ContactClassified worth(Worth worth) {
        return new ContactClassified(1, worth, Optional.empty(), WHY);
    }

    private static Contact call(int minutes) {
        return Contact.builder()
                .kind(ContactType.FAMILY_CALL)
                .talk(Talk.with(LEAD, Channel.PHONE))
                .minutes(minutes)
                .support(Support.unsaid())
                .reason(WHY)
                .build();
    }
}
