package care.baton.record;

import static care.baton.record.HomeConsents.allows;
import static care.baton.record.HomeConsents.seen;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.joins;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static care.baton.record.NoteTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.disclosure.DisclosureCommand.KeepConfidential;
import care.baton.disclosure.DisclosureCommand.LiftConfidentiality;
import care.baton.disclosure.View;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.risk.Baseline;
import care.baton.risk.RiskCommand.EstablishBaseline;
import care.baton.trace.Promise;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A house that is kept confidential is to others as one that is not here, whatever they ask. */
class HiddenPartyTest {

    private static final Holder SHELTER =
            Holder.of(OrganizationId.of("shelter"), Code.of("advocate"), PersonId.of("advocate-1"));

    @Test
    @Promise(39)
    void noRefusalTellsThatItIsHere() {
        Holder somebody = Holder.of(SHELTER.organization(), Code.of("intake"));
        for (RecordCommand probe : List.of(
                offer(somebody),
                new OnDisclosure(new KeepConfidential(SHELTER.organization())),
                new OnDisclosure(new LiftConfidentiality(SHELTER.organization(), Code.of("why"))),
                new LeaveTeam(SHELTER))) {
            assertThat(refusals(withShelter(), FUNDER, probe))
                    .as(probe.getClass().getSimpleName())
                    .isNotEmpty()
                    .isEqualTo(refusals(without(), FUNDER, probe));
        }
    }

    @Test
    @Promise(39)
    void whatItSaysIsUsualLeavesNoHoleInWhatOthersSaid() {
        Baseline eats = new Baseline(HomeRisks.APPETITE, Optional.empty(), Sensitive.of("eats well"), HomeStart.CHART);
        RecordFixture run =
                withShelter().given(PERSON, allows(INTAKE)).given(LEAD, HomeRisks.ask(new EstablishBaseline(eats)));
        View before = seen(run, INTAKE);

        run.given(SHELTER, HomeRisks.ask(new EstablishBaseline(eats)));
        assertThat(seen(run, INTAKE)).isEqualTo(before);
    }

    private static RecordFixture without() {
        return HomeStart.run().given(NURSE, says(ROUTINES), says(RISKS));
    }

    private static RecordFixture withShelter() {
        return without()
                .given(
                        PLANNER,
                        joins(SHELTER, OrganizationKind.SOCIAL_SERVICE),
                        new OnDisclosure(new KeepConfidential(SHELTER.organization())));
    }
}
