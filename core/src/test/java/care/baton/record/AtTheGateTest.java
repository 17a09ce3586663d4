package care.baton.record;

import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLAN;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.ask;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static care.baton.record.NoteTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Grade;
import care.baton.evidence.Salt;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Content;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Input;
import care.baton.handoff.Ipass;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Priority;
import care.baton.handoff.Sbar;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Attachment;
import care.baton.pathway.Field;
import care.baton.pathway.Gate;
import care.baton.pathway.Need;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which steps a stage's gates hold back, and whose. */
class AtTheGateTest {

    private static final Sensitive WORDS = Sensitive.of("words");
    private static final Sbar TOLD = new Sbar(WORDS, WORDS, WORDS, WORDS, WORDS, WORDS);
    private static final Ipass PASSED = new Ipass(WORDS, WORDS, List.of(WORDS), WORDS);
    private static final Need PLANNED =
            new FieldNeed(PLAN, List.of(INTAKE.role()), Grade.RECORDED, true, Optional.empty());

    private static final List<Input> RESULTS = List.of(new Input(Code.of("result"), WORDS));

    private final RecordFixture run = HomeStart.run();

    @Test
    void whatTheCustodianOffersPassesTheGateWhereverItIsStored() {
        run.when(PLANNER, offered(INTAKE, Arbiter.RECORD)).thenRefused(Reason.FIELD_MISSING);
        run.when(PLANNER, offered(INTAKE, Arbiter.SERVER)).thenRefused(Reason.FIELD_MISSING);
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offered(INTAKE, Arbiter.SERVER));
    }

    @Test
    void whatAnotherOrganizationOffersPassesItOnlyWhereThisRecordDecides() {
        run.when(NURSE, offered(INTAKE, Arbiter.RECORD)).thenRefused(Reason.FIELD_MISSING, Reason.ROLE_NOT_PERMITTED);
        run.when(NURSE, offered(INTAKE, Arbiter.SERVER)).thenApplied();
    }

    @Test
    void anOfferIsAboutThePersonOfTheRecord() {
        Ask another = Ask.of(Code.of("home-care"), PersonId.of("another"));

        run.given(NURSE, says(ROUTINES));
        run.when(PLANNER, in(OfferHandoff.firm(INTAKE, another))).thenRefused(Reason.OTHER_PERSON);
    }

    @Test
    void aHandoffIsNotNamedLikeARun() {
        HandoffId named = HandoffId.of("run:" + RUN);

        run.given(NURSE, says(ROUTINES));
        run.when(PLANNER, new InHandoff(named, RUN, OfferHandoff.firm(INTAKE, ask())))
                .thenRefused(Reason.VALUE_MALFORMED);
    }

    @Test
    @Requirement("HND-58")
    void anOfferHasTheFormThatItsStageAsksFor() {
        Refusal sbarForm = form(Stage.SBAR);
        Refusal ipassForm = form(Stage.IPASS);
        RecordFixture sbar = run(stages(s -> form(s, Stage.SBAR))).given(NURSE, says(ROUTINES));
        RecordFixture ipass = run(stages(s -> form(s, Stage.IPASS))).given(NURSE, says(ROUTINES));

        assertThat(refused(sbar, Optional.empty())).containsExactly(sbarForm);
        assertThat(refused(sbar, Optional.of(PASSED))).containsExactly(sbarForm);
        assertThat(refused(sbar, Optional.of(TOLD))).isEmpty();
        assertThat(refused(ipass, Optional.empty())).containsExactly(ipassForm);
        assertThat(refused(ipass, Optional.of(TOLD))).containsExactly(ipassForm);
        assertThat(refused(ipass, Optional.of(PASSED))).isEmpty();
        run.given(NURSE, says(ROUTINES));
        assertThat(refused(run, Optional.of(PASSED))).isEmpty();
    }

    @Test
    @Requirement("HND-50")
    void theResultsThatGoWithWhatIsAskedAreThereAndNotOnlyNamed() {
        Attachment asked = new Attachment(ask().code(), List.of(Code.of("blood-count"), Code.of("x-ray")));
        Attachment other = new Attachment(Code.of("respite-care"), List.of(Code.of("hours")));
        RecordFixture run = run(Altered.with(HomeStart.pathway(), "handoff/attached", List.of(asked, other)))
                .given(NURSE, says(ROUTINES));
        Input blood = new Input(Code.of("blood-count"), WORDS);

        assertThat(refusals(run, PLANNER, offered())).containsExactly(result("blood-count"), result("x-ray"));
        assertThat(refusals(run, PLANNER, offered(blood, new Input(Code.of("x-ray"), Sensitive.none()))))
                .containsExactly(result("x-ray"));
        assertThat(refusals(run, PLANNER, offered(blood, new Input(Code.of("x-ray"), WORDS))))
                .isEmpty();
    }

    @Test
    void anAcceptanceHereWaitsForTheApprovalAndADeclineDoesNot() {
        RecordFixture warned = warned(offered(INTAKE, Arbiter.RECORD));

        warned.when(INTAKE, answer(1, new Answer.Accept())).thenRefused(Reason.APPROVAL_MISSING);
        warned.when(INTAKE, answer(1, new Answer.Decline(Code.of("outside-area"), Sensitive.none())))
                .thenApplied();
    }

    @Test
    void whatAServerStoresOrATelephoneBringsIsNotUndoneByAGateOfOurs() {
        warned(offered(INTAKE, Arbiter.SERVER))
                .when(INTAKE, answer(1, new Answer.Accept()))
                .thenApplied();

        RecordFixture warned = warned(offered(INTAKE, Arbiter.RECORD));
        Act phone = new Act(
                CommandId.of("phone"),
                PLANNER,
                Stamp.at(START),
                Optional.of(new Relayed(INTAKE, Channel.PHONE, START)));
        assertThat(warned.record()
                        .would(answer(1, new Answer.Accept()), phone, Salt.of(new byte[16]), HomeStart.rules())
                        .refusals())
                .isEmpty();
    }

    @Test
    void ourOwnAcceptancePassesTheGateThoughAServerStoresIt() {
        RecordFixture own = warned(offered(LEAD, Arbiter.SERVER));

        own.when(LEAD, answer(1, new Answer.Accept())).thenRefused(Reason.APPROVAL_MISSING);
        own.when(LEAD, answer(9, new Answer.Accept())).thenApplied();
    }

    @Test
    void theActionStartsOnceWhatAnyStageAsksForIsThere() {
        RecordFixture held = run(stages(s -> s.code().value().equals("prepare") ? gate(s, Step.DECIDE, PLANNED) : s))
                .given(NURSE, says(ROUTINES))
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, new Answer.Accept()));

        held.when(INTAKE, in(new StartAction())).thenRefused(Reason.FIELD_MISSING);
        held.when(INTAKE, in(new CompleteAction(RESULTS))).thenRefused(Reason.FIELD_MISSING);
        assertThat(missing(held, HANDOFF, Step.DECIDE)).containsExactly(PLAN);
        held.given(INTAKE, says(PLAN)).given(INTAKE, in(new StartAction()));
    }

    @Test
    void aLaterStagesNeedHoldsNothingBackYetAndAnEarlierOnesStillDoes() {
        RecordFixture later = run(stages(s -> s.code().value().equals("prepare") ? gate(s, Step.OFFER, PLANNED) : s))
                .given(NURSE, says(ROUTINES))
                .given(PLANNER, offer(INTAKE));
        RecordFixture left = run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, new Answer.Accept()))
                .given(PLANNER, new LeaveStage(RUN))
                .given(NURSE, new SetFactAside(ROUTINES, 1, true, Code.of("wrong-person")));

        assertThat(missing(later, HANDOFF, Step.OFFER)).isEmpty();
        left.when(INTAKE, new InHandoff(HandoffId.of("handoff-2"), RUN, OfferHandoff.firm(LEAD, ask())))
                .thenRefused(Reason.FIELD_MISSING);
    }

    @Test
    void whyAHandoffIsBlockedIsAskedForEachStep() {
        RecordFixture warned = warned(offered(INTAKE, Arbiter.RECORD));

        assertThat(missing(warned, HANDOFF, Step.OFFER)).isEmpty();
        assertThat(missing(warned, HANDOFF, Step.ACCEPT)).containsExactly(HomeStart.APPROVED);
        assertThat(missing(warned, HANDOFF, Step.CLOSE))
                .containsExactly(RISKS, HomeStart.APPROVED, Kinds.ACTION, Code.of("output"));
    }

    @Test
    void leavingAStageWaitsForWhatTheNextOneBeginsWithAndAnOfferDoesNot() {
        RecordFixture begins = run(stages(s -> s.code().value().equals("prepare") ? gate(s, Step.OPEN, PLANNED) : s));

        assertThat(missing(begins, Step.CLOSE)).containsOnlyOnce(PLAN);
        assertThat(missing(begins, Step.OFFER)).containsExactly(ROUTINES);
    }

    @Test
    void workThatAGateAsksForTooIsNamedOnce() {
        Need hours = new DutyNeed(HOURS, List.of(FUNDER.role()));
        RecordFixture twice = run(stages(s -> s.code().value().equals("refer") ? gate(s, Step.CLOSE, hours) : s));

        assertThat(missing(twice, Step.CLOSE)).containsOnlyOnce(HOURS, RISKS, ROUTINES, REVIEW);
    }

    @Test
    void whereNothingIsMissingNothingIsBlocked() {
        run.given(NURSE, says(ROUTINES));

        assertThat(blocked(run, Step.OFFER).isBlocked()).isFalse();
    }

    @Test
    void whereNobodyHoldsTheRoleYetTheCustodianIsToSupplyIt() {
        OpenRecord all = HomeStart.opening();
        List<JoinTeam> others = all.team().stream()
                .filter(j -> !j.seat().role().equals(NURSE.role()))
                .toList();
        RecordFixture without = RecordFixture.of(RecordId.of("record-1"), HomeStart.rules(), START)
                .given(PLANNER, new OpenRecord(all.custodian(), all.person(), others, all.earlier()))
                .given(PLANNER, new OpenRun(RUN, Code.of("home-start"), 1));

        assertThat(blocked(without, Step.OFFER).missing().get(0).suppliers().get(0))
                .isEqualTo(new Supplier(NURSE.role(), Holder.of(PLANNER.organization(), NURSE.role())));
    }

    private static Refusal form(Code asked) {
        return Refusal.of(Reason.FIELD_MISSING, "offer/content", List.of(PLANNER.role()))
                .instead(List.of(asked));
    }

    private RecordFixture warned(InHandoff offer) {
        return HomeStart.run()
                .given(NURSE, says(ROUTINES), new RaiseFlag(FALLS))
                .given(PLANNER, offer);
    }

    private static InHandoff offered(Holder to, Arbiter arbiter) {
        return in(new OfferHandoff(
                OfferKind.FIRM, to, ask(), Optional.empty(), arbiter, Optional.empty(), Optional.empty()));
    }

    private static InHandoff offered(Input... with) {
        Sensitive none = Sensitive.none();
        Ask ask = new Ask(ask().code(), HomeStart.WHO, Priority.ROUTINE, none, none, List.of(with), Optional.empty());
        return in(OfferHandoff.firm(INTAKE, ask));
    }

    private static Refusal result(String name) {
        return Refusal.of(Reason.FIELD_MISSING, "offer/ask/input/" + name, List.of(PLANNER.role()));
    }

    private static List<Refusal> refused(RecordFixture run, Optional<Content> content) {
        return refusals(
                run,
                PLANNER,
                in(new OfferHandoff(
                        OfferKind.FIRM, INTAKE, ask(), content, Arbiter.RECORD, Optional.empty(), Optional.empty())));
    }

    private static List<Code> missing(RecordFixture run, HandoffId handoff, Step step) {
        return run.record().gates(run.rules()).whyBlocked(handoff, step, run.now()).orElseThrow().missing().stream()
                .map(Missing::item)
                .toList();
    }

    private static List<Code> missing(RecordFixture run, Step step) {
        return blocked(run, step).missing().stream().map(Missing::item).toList();
    }

    private static Blocked blocked(RecordFixture run, Step step) {
        return run.record().gates(run.rules()).whyBlocked(RUN, step, run.now()).orElseThrow();
    }

    private static RecordFixture run(Pathway pathway) {
        return RecordFixture.of(RecordId.of("record-1"), new Rulebook(List.of(pathway), HomeStart.CALENDAR), START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, pathway.id(), pathway.version()));
    }

    private static Pathway stages(UnaryOperator<Stage> how) {
        Pathway p = HomeStart.pathway();
        return new Pathway(
                p.id(),
                p.version(),
                p.title(),
                p.owner(),
                p.roles(),
                p.responsibilities(),
                p.stages().stream().map(how).toList(),
                p.ladders(),
                p.handoff(),
                p.guide(),
                p.review(),
                p.closure(),
                p.flags(),
                p.waivers(),
                p.notices(),
                p.evidence());
    }

    private static Stage form(Stage s, Code form) {
        return changed(s, form, s.gates());
    }

    private static Stage gate(Stage s, Step before, Need need) {
        Gate gate = new Gate(Code.of("added"), before, List.of(need));
        return changed(
                s,
                s.handoff(),
                Stream.concat(s.gates().stream(), Stream.of(gate)).toList());
    }

    private static Stage changed(Stage s, Code form, List<Gate> gates) {
        List<Field> fields = s.fields().stream()
                .filter(f -> gates.stream().noneMatch(g -> g.needs().contains(f.need())))
                .toList();
        return new Stage(
                s.code(),
                s.owner(),
                form,
                s.evidence(),
                s.due(),
                s.attend(),
                s.ladder(),
                s.reviewer(),
                fields,
                gates,
                s.duties());
    }
}
