package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Purpose;
import care.baton.disclosure.Authority;
import care.baton.disclosure.DisclosureCommand.BreakGlass;
import care.baton.disclosure.DisclosureCommand.KeepConfidential;
import care.baton.disclosure.DisclosureEvent;
import care.baton.disclosure.DisclosureEvent.ConfidentialityLifted;
import care.baton.disclosure.DisclosureEvent.EmergencyReviewed;
import care.baton.disclosure.DisclosureEvent.GlassBroken;
import care.baton.disclosure.DisclosureEvent.InformationDisclosed;
import care.baton.disclosure.DisclosureEvent.PartyKeptConfidential;
import care.baton.disclosure.Part;
import care.baton.disclosure.Shared;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.time.Stamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can follow on what went out, and what no operation could have made. */
class PossibleDisclosureTest {

    private static final Code WHY = Code.of("asked-for");
    private static final Instant LATER = START.plusSeconds(60);

    private final Chart bare = HomeStart.run().record().chart();
    private final Chart known = HomeStart.run()
            .given(PERSON, HomeConsents.allowsAll())
            .given(NURSE, HomeStart.says(RISKS))
            .given(NURSE, new OnDisclosure(new BreakGlass(RUN, WHY)))
            .given(NURSE, new OnDisclosure(new KeepConfidential(FUNDER.organization())))
            .record()
            .chart();

    @Test
    void whatWentOutIsNumberedAndItsRightStandsOnTheRecord() {
        int next = known.disclosures().all().size() + 1;

        assertThat(can(known, out(next, new Authority.ByConsent(1)))).isTrue();
        assertThat(can(known, out(next, new Authority.InEmergency(1)))).isTrue();
        assertThat(can(known, out(next, new Authority.ByLaw(WHY)))).isTrue();
        assertThat(can(known, out(next + 1, new Authority.ByLaw(WHY)))).isFalse();
        assertThat(can(known, out(next, new Authority.ByConsent(2)))).isFalse();
        assertThat(can(known, out(next, new Authority.InEmergency(2)))).isFalse();
        assertThat(can(known, new InformationDisclosed(next, FUNDER, Purpose.PAYMENT, List.of(), false)))
                .isFalse();
    }

    @Test
    void anEmergencyIsNumberedAndInTheCourseOfAnOpenRunAndOneAtATime() {
        assertThat(can(bare, broken(1, RUN, NURSE, LATER))).isTrue();
        assertThat(can(bare, broken(2, RUN, NURSE, LATER))).isFalse();
        assertThat(can(bare, broken(1, Code.of("run-9"), NURSE, LATER))).isFalse();
        assertThat(can(bare, broken(1, RUN, NURSE, START))).isFalse();
        assertThat(can(known, broken(2, RUN, NURSE, LATER))).isFalse();
        assertThat(can(known, broken(2, RUN, FUNDER, LATER))).isTrue();
    }

    @Test
    void anEmergencyIsReviewedOnce() {
        EmergencyReviewed reviewed = new EmergencyReviewed(1, WHY);

        assertThat(can(bare, reviewed)).isFalse();
        assertThat(can(known, reviewed)).isTrue();
        Chart after = known.evolve(Act.of(CommandId.of("c-1"), NURSE, Stamp.at(START)), reviewed);
        assertThat(can(after, reviewed)).isFalse();
    }

    @Test
    void whoTakesPartIsKeptConfidentialOnceAndOpenedOnce() {
        PartyKeptConfidential kept = new PartyKeptConfidential(FUNDER.organization());
        ConfidentialityLifted lifted = new ConfidentialityLifted(FUNDER.organization(), WHY);

        assertThat(can(bare, kept)).isTrue();
        assertThat(can(known, kept)).isFalse();
        assertThat(can(bare, new PartyKeptConfidential(OrganizationId.of("elsewhere"))))
                .isFalse();
        assertThat(can(bare, lifted)).isFalse();
        assertThat(can(known, lifted)).isTrue();
    }

    private static boolean can(Chart before, DisclosureEvent event) {
        return PossibleDisclosure.after(before, event, START);
    }

    private static InformationDisclosed out(int number, Authority right) {
        return new InformationDisclosed(
                number, FUNDER, Purpose.PAYMENT, List.of(new Shared(Part.FACTS, RISKS, right)), false);
    }

    private static GlassBroken broken(int number, Code run, Holder by, Instant until) {
        return new GlassBroken(number, run, by, WHY, until);
    }
}
