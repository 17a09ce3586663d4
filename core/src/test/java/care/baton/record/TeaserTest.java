package care.baton.record;

import static care.baton.record.HomeConsents.seen;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.SCHEDULER;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.Access;
import care.baton.disclosure.Part;
import care.baton.disclosure.View;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import org.junit.jupiter.api.Test;

/** What is left of a record for whoever keeps it, once nobody there may know whose it is. */
class TeaserTest {

    private static final OnSharing PROTECTED =
            new OnSharing(new LabelInformation(Access.IDENTITY, Sensitivity.VICTIM_SERVICE));

    private final RecordFixture run = HomePlans.active()
            .given(NURSE, HomeStart.says(HomeStart.ROUTINES), HomeStart.says(HomeStart.RISKS))
            .given(PLANNER, HomeNotes.writes(HomeNotes.note("a grab rail")))
            .given(PLANNER, HomeNotes.ask(new ReleaseNote(1)));

    @Test
    void actionsStandInTheOrderInWhichTheyFallDueEachWithItsHolder() {
        View whole = seen(run, LEAD);

        assertThat(whole.actions()).extracting(View.Action::due).isSorted();
        assertThat(whole.actions().get(0).kind()).isNotEqualTo(Keys.ACTIVITY);
        assertThat(whole.actions()).extracting(View.Action::holder).contains(PERSON, SCHEDULER);
    }

    @Test
    void whatThePersonAndTheirFamilyOweIsNotShownAndNobodyElsewhereIsNamed() {
        View teaser = seen(run.given(PLANNER, PROTECTED), LEAD);

        assertThat(teaser.isTeaser()).isTrue();
        assertThat(teaser.actions())
                .extracting(a -> a.holder().organization())
                .contains(SCHEDULER.organization())
                .doesNotContain(PERSON.organization());
        assertThat(teaser.actions())
                .extracting(View.Action::holder)
                .contains(PLANNER)
                .doesNotContain(SCHEDULER);
        assertThat(teaser.actions())
                .extracting(View.Action::holder)
                .contains(Holder.of(SCHEDULER.organization(), SCHEDULER.role()));
    }

    @Test
    void whatIsHeldBackIsCountedByItsPartAndNeverWhatTheVictimServiceHolds() {
        run.given(PLANNER, PROTECTED);
        View teaser = seen(run, LEAD);

        assertThat(teaser.facts()).isEmpty();
        assertThat(teaser.notes()).isEmpty();
        assertThat(teaser.withheld())
                .containsExactly(new View.Withheld(Part.FACTS, 2), new View.Withheld(Part.NOTES, 1));
        Code routines = HomeStart.ROUTINES;
        run.given(PLANNER, new OnSharing(new LabelInformation(routines, Sensitivity.VICTIM_SERVICE)));
        assertThat(seen(run, LEAD).withheld()).contains(new View.Withheld(Part.FACTS, 1));
    }
}
