package care.baton.record;

import static care.baton.record.HomeNotes.ask;
import static care.baton.record.HomeStart.CHART;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.NoteTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Grade;
import care.baton.note.Checked;
import care.baton.note.Checked.Interpreter;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Channel;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Attributed;
import care.baton.pathway.Attributed.Known;
import care.baton.pathway.Holds;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.PersonProfile;
import care.baton.pathway.PersonProfile.Attribute;
import care.baton.pathway.PersonProfile.Use;
import care.baton.pathway.RoleDescription;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.trace.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked about the person themself: how to speak with them, and who they say they are. */
class PersonProfileTest {

    private static RecordFact says(String field, String words) {
        return new RecordFact(Code.of(field), Sensitive.of(words), CHART, Grade.REPORTED_BY_PERSON);
    }

    private static RecordNoAnswer none(String field, AbsentReason why) {
        return new RecordNoAnswer(Code.of(field), why, CHART, Grade.REPORTED_BY_PERSON);
    }

    private static List<Attributed> seen(RecordFixture run, Use use) {
        return run.rules().profile().seen(use, run.record().chart().evidence());
    }

    private static InNote tells(Channel channel, Interpreter interpreter, String otherWay, String plainly) {
        Checked checked = new Checked(
                interpreter,
                Optional.of(otherWay).filter(w -> !w.isEmpty()).map(Code::of),
                Optional.of(plainly).filter(w -> !w.isEmpty()).map(Code::of));
        return ask(new SendUpdate(1, PERSON, channel, Optional.of(checked), Optional.empty()));
    }

    @Test
    @Requirement("EQU-01")
    void whoeverSpeaksWithThePersonSeesWhatTheyPreferTheirCultureAndHowWellTheyRead() {
        RecordFixture run = HomeStart.run()
                .given(
                        PERSON,
                        says("preferences", "in the morning"),
                        says("culture", "no visits on Saturday"),
                        says("literacy-level", "limited"));

        assertThat(seen(run, Use.COMMUNICATION))
                .extracting(
                        a -> a.field().value(),
                        Attributed::known,
                        a -> a.value().text().orElse(""))
                .containsExactly(
                        tuple("preferences", Known.ANSWERED, "in the morning"),
                        tuple("culture", Known.ANSWERED, "no visits on Saturday"),
                        tuple("preferred-language", Known.MISSING, ""),
                        tuple("literacy-level", Known.ANSWERED, "limited"),
                        tuple("interpreter-need", Known.MISSING, ""),
                        tuple("preferred-channel", Known.MISSING, ""));
    }

    @Test
    @Requirement("EQU-01")
    void thePersonIsToldInTheirWayOrItIsSaidWhyNot() {
        RecordFixture run = HomeNotes.released()
                .given(
                        PERSON,
                        says("interpreter-need", "needed"),
                        says("literacy-level", "limited"),
                        says("preferred-channel", "in-person"));
        String at = "notes/more-falls/recipients/4/";
        List<Code> owner = List.of(PLANNER.role());

        assertThat(refusals(run, PLANNER, tells(Channel.PHONE, Interpreter.NOT_NEEDED, "", "")))
                .containsExactly(
                        Refusal.of(Reason.VALUE_MALFORMED, at + "interpreter-need", owner),
                        Refusal.of(Reason.FIELD_MISSING, at + "literacy-level", owner),
                        Refusal.of(Reason.FIELD_MISSING, at + "preferred-channel", owner));
        assertThat(refusals(run, PLANNER, tells(Channel.PHONE, Interpreter.DECLINED, "snowed-in", "teach-back")))
                .isEmpty();
        run.when(PLANNER, tells(Channel.IN_PERSON, Interpreter.PRESENT, "", "read-aloud"))
                .thenHappened(UpdateSent.class);
    }

    @Test
    void whatThePersonDeclinesToSayAsksForNothing() {
        RecordFixture run = HomeNotes.released()
                .given(
                        PERSON,
                        none("interpreter-need", AbsentReason.ASKED_DECLINED),
                        none("preferred-channel", AbsentReason.UNKNOWN),
                        says("literacy-level", "adequate"));

        assertThat(refusals(run, PLANNER, tells(Channel.PHONE, Interpreter.NOT_NEEDED, "", "")))
                .isEmpty();
    }

    @Test
    @Requirement("EQU-02")
    void declinedUnknownNotAskedAndMissingAreFourThingsOfEachEquityAttribute() {
        for (Attributed attribute : seen(HomeStart.run(), Use.EQUITY)) {
            String field = attribute.field().value();
            assertThat(attribute.known()).as(field).isEqualTo(Known.MISSING);
            assertThat(known(field, AbsentReason.ASKED_DECLINED)).isEqualTo(Known.DECLINED);
            assertThat(known(field, AbsentReason.ASKED_UNKNOWN)).isEqualTo(Known.UNKNOWN);
            assertThat(known(field, AbsentReason.UNKNOWN)).isEqualTo(Known.UNKNOWN);
            assertThat(known(field, AbsentReason.NOT_ASKED)).isEqualTo(Known.NOT_ASKED);
            RecordFixture none = HomeStart.run()
                    .given(PERSON, new RecordFact(attribute.field(), Sensitive.none(), CHART, Grade.CONFIRMED));
            assertThat(of(none, field)).isEqualTo(Known.NONE);
        }
        assertThat(seen(HomeStart.run(), Use.EQUITY))
                .extracting(a -> a.field().value())
                .containsExactly("race", "ethnicity", "gender-identity", "sexual-orientation", "disability-status");
    }

    private static Known known(String field, AbsentReason why) {
        RecordFixture run = HomeStart.run().given(PERSON, says(field, "as told"), none(field, why));
        assertThat(run.record()
                        .chart()
                        .evidence()
                        .fact(Code.of(field))
                        .orElseThrow()
                        .absent())
                .contains(why);
        return of(run, field);
    }

    private static Known of(RecordFixture run, String field) {
        return seen(run, Use.EQUITY).stream()
                .filter(a -> a.field().value().equals(field))
                .findFirst()
                .orElseThrow()
                .known();
    }

    @Test
    void whatIsAskedAboutThePersonIsSaidByThoseWhoMayAndInItsOwnWords() {
        RecordFixture run = HomeStart.run();

        assertThat(refusals(run, PLANNER, says("culture", "of the sea")))
                .extracting(Refusal::code)
                .containsExactly(Reason.ROLE_NOT_PERMITTED);
        assertThat(refusals(run, PERSON, says("literacy-level", "fair")))
                .containsExactly(Refusal.of(Reason.NAME_UNKNOWN, "facts/literacy-level")
                        .instead(List.of(Code.of("adequate"), Code.of("limited"))));
        assertThat(refusals(run, PERSON, none("literacy", AbsentReason.UNKNOWN)))
                .extracting(Refusal::code)
                .containsExactly(Reason.NAME_UNKNOWN);
    }

    @Test
    void whoThePersonWantsToSpeakWithIsOneOfTheRolesOfWhatRuns() {
        Code first = Code.of("speaks-first-with");
        FieldNeed asked =
                new FieldNeed(first, List.of(PERSON.role()), Grade.RECORDED, true, Optional.of(new Holds.Role()));
        Rulebook rules = HomeStart.rules().with(new PersonProfile(List.of(new Attribute(asked, Use.COMMUNICATION))));
        RecordFixture run = RecordFixture.of(RecordId.of("record-1"), rules, HomeStart.START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(HomeStart.RUN, Code.of("home-start"), 1));

        assertThat(refusals(run, PERSON, says("speaks-first-with", "gardener")))
                .containsExactly(Refusal.of(Reason.NAME_UNKNOWN, "facts/speaks-first-with")
                        .instead(HomeStart.pathway().roles().stream()
                                .map(RoleDescription::code)
                                .toList()));
        assertThat(refusals(run, PERSON, says("speaks-first-with", "nurse"))).isEmpty();
    }

    @Test
    void aFieldOfTheRunThatNobodyKnowsIsGoneAfterAndStillMissing() {
        RecordFixture run = HomeStart.run()
                .given(PLANNER, HomeStart.says(HomeStart.ROUTINES))
                .given(PLANNER, none("routines", AbsentReason.ASKED_UNKNOWN));

        assertThat(run.record().chart().obligations().openOf(Keys.cause(HomeStart.RUN), Keys.SUPPLY))
                .extracting(o -> o.key().subject())
                .contains("routines");
    }

    @Test
    void aProfileAsksEachFieldOnce() {
        Attribute culture = PersonProfile.standard().attributes().get(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonProfile(List.of(culture, culture)))
                .withMessage("attributes: each field once");
        assertThat(culture.toString()).contains("culture");
        RecordFixture run = HomeStart.run();
        assertThat(run.rules()
                        .with(new PersonProfile(List.of(culture)))
                        .profile()
                        .attributes())
                .containsExactly(culture);
        assertThat(seen(run, Use.EQUITY).get(0)).hasToString("Attributed[race]");
    }
}
