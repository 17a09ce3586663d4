package care.baton.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.outcome.Code;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a note and a contact say: each thing once, nothing empty, and to each role what it is shown. */
class CoordinationNoteTest {

    private static final Holder NURSE = Holder.of(OrganizationId.of("clinic"), Code.of("nurse"));
    private static final Holder PLANNER = Holder.of(OrganizationId.of("hospital"), Code.of("planner"));
    private static final Code FALLS = Code.of("risk-escalation");
    private static final Item SEEN = new Item(Code.of("seen"), Item.Kind.OBSERVATION, Sensitive.of("holds on"));
    private static final Addressee TOLD = Addressee.told(NURSE, PLANNER);

    @Test
    void whatItNamesItNamesOnceAndTheRefusalSaysWhatWasNamedTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> note(List.of(FALLS, FALLS), List.of(SEEN), List.of(TOLD)))
                .withMessage("concerns: each once");
        Item again = new Item(SEEN.name(), Item.Kind.GENERAL, Sensitive.of("in other words"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> note(List.of(FALLS), List.of(SEEN, again), List.of(TOLD)))
                .withMessage("information: each once");
        Addressee twice = new Addressee(NURSE, Optional.empty(), Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> note(List.of(FALLS), List.of(SEEN), List.of(TOLD, twice)))
                .withMessage("recipients: each once");
    }

    @Test
    void whoeverIsToldIsToldSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Item(SEEN.name(), Item.Kind.GENERAL, Sensitive.none()))
                .withMessageStartingWith("words:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stated.Said(Sensitive.none()))
                .withMessageStartingWith("words:");
    }

    @Test
    void aTalkIsWithSomebodyAndWithNobodyTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> talk(List.of())).withMessageStartingWith("parties:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> talk(List.of(NURSE, NURSE)))
                .withMessageStartingWith("parties:");
        assertThat(talk(List.of(NURSE, PLANNER)).parties()).containsExactly(NURSE, PLANNER);
    }

    @Test
    void aContactTakesFromNoTimeAtAllUpToADay() {
        for (int minutes : List.of(0, 1_440)) {
            assertThat(lasting(minutes).minutes()).isEqualTo(minutes);
        }
        for (int minutes : List.of(-1, 1_441)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> lasting(minutes))
                    .withMessageStartingWith("minutes:");
        }
    }

    @Test
    void theRulesListEachRoleOnceWithSomethingThatItIsShown() {
        NoteRules.Shown nurse = new NoteRules.Shown(NURSE.role(), List.of(Item.Kind.OBSERVATION));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoteRules.Shown(NURSE.role(), List.of()))
                .withMessageStartingWith("kinds:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(List.of(nurse, nurse)))
                .withMessageStartingWith("shown:");
        assertThat(rules(List.of(nurse)).shownTo(note(List.of(), List.of(SEEN), List.of()), NURSE.role()))
                .containsExactly(SEEN);
    }

    @Test
    void itNamesWhoNeedsToKnowAndNobodyElse() {
        CoordinationNote note = note(List.of(FALLS), List.of(SEEN), List.of(TOLD));

        assertThat(note.addressee(NURSE)).contains(TOLD);
        assertThat(note.addressee(PLANNER)).isEmpty();
        assertThat(note.missing()).extracting(Code::value).containsExactly("decision-requested", "escalation-need");
    }

    private static CoordinationNote note(List<Code> concerns, List<Item> information, List<Addressee> recipients) {
        return CoordinationNote.builder()
                .change(Sensitive.of("falls more often"))
                .impact(Sensitive.of("is afraid of the stairs"))
                .priorities(Sensitive.none())
                .focus(Focus.RISK)
                .addAllConcerns(concerns)
                .addAllInformation(information)
                .addAllRecipients(recipients)
                .build();
    }

    private static Talk talk(List<Holder> parties) {
        return new Talk(parties, Channel.PHONE, true, false, Sensitive.none());
    }

    private static Contact lasting(int minutes) {
        return Contact.builder()
                .kind(ContactType.FAMILY_CALL)
                .talk(Talk.with(NURSE, Channel.PHONE))
                .minutes(minutes)
                .support(Support.unsaid())
                .build();
    }

    private static NoteRules rules(List<NoteRules.Shown> shown) {
        NoteRules usual = NoteRules.standard();
        return new NoteRules(
                usual.reviewer(),
                usual.reviewed(),
                usual.reviewWithin(),
                usual.tellWithin(),
                usual.settleWithin(),
                shown);
    }
}
