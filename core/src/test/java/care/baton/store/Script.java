package care.baton.store;

import static care.baton.store.Cast.AGENCY;
import static care.baton.store.Cast.AUTHORIZER;
import static care.baton.store.Cast.CLIENT;
import static care.baton.store.Cast.INTAKE;
import static care.baton.store.Cast.LEAD;
import static care.baton.store.Cast.MANAGER;
import static care.baton.store.Cast.OFFICE;
import static care.baton.store.Cast.PERSON;
import static care.baton.store.Cast.SECOND;
import static care.baton.store.Cast.STAND_IN;
import static care.baton.store.Cast.SUPERVISOR;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Covered;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.HoldWarmHandoff;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffCommand.ReportProgress;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Ipass;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Priority;
import care.baton.handoff.Question;
import care.baton.handoff.Sbar;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.ownership.Absence;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Credential;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.party.VisitId;
import care.baton.pathway.Change;
import care.baton.pathway.Pathway;
import care.baton.record.Move;
import care.baton.record.Move.Effect;
import care.baton.record.Move.What;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.AcceptAssignment;
import care.baton.record.RecordCommand.AcknowledgeDuties;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.Assign;
import care.baton.record.RecordCommand.ClearFlag;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.EndAbsence;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.PlanAbsence;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.ReportVisit;
import care.baton.record.RecordCommand.RevokeApproval;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.record.RecordCredential;
import care.baton.record.RecordNoAnswer;
import care.baton.record.Visit;
import care.baton.time.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** One episode of care from its opening to its end, in which everything that a record can hold happens. */
public final class Script {

    /** Who asks for what, after how long. */
    public record Line(Duration after, Holder by, RecordCommand command) {}

    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Code RUN = Code.of("run-1");
    private static final Code SOURCE = Code.of("chart");
    private static final Code DATE = Code.of("discharge-date");
    private static final Code FALL = Code.of("fall-risk");
    private static final Code RISK = Code.of("risk-approval");
    private static final Code LEVEL = Code.of("level-of-service");
    private static final VisitId FIRST = VisitId.of("visit-1");
    private static final HandoffId HOME = HandoffId.of("handoff-1");
    private static final HandoffId SECOND_TRY = HandoffId.of("handoff-2");
    private static final Key CALL = Key.of("run:run-1", Code.of("call"), "duty");
    private static final Key VISIT = Key.of("run:run-1", Code.of("first-visit"), "duty");

    private final List<Line> lines = new ArrayList<>();
    private final IntFunction<Sensitive> words;
    private final Ask ask;

    private Script(IntFunction<Sensitive> words) {
        this.words = words;
        this.ask = new Ask(
                Code.of("home-care"),
                CLIENT,
                Priority.URGENT,
                words.apply(1),
                words.apply(2),
                List.of(new Input(Code.of("address"), words.apply(3))),
                Optional.empty());
    }

    /** The lines, with these words in them, asked for by number from 1. */
    public static List<Line> lines(IntFunction<Sensitive> words) {
        Script script = new Script(words);
        script.open();
        script.know();
        Consenting.lines().forEach(line -> script.add(line.by(), line.command()));
        Noting.lines(words).forEach(line -> script.add(line.by(), line.command()));
        Observing.lines(words).forEach(line -> script.add(line.by(), line.command()));
        Disclosing.lines().forEach(line -> script.add(line.by(), line.command()));
        Planning.lines(words).forEach(line -> script.add(line.by(), line.command()));
        script.offerTwice();
        script.negotiate();
        script.serve();
        script.close();
        return List.copyOf(script.lines);
    }

    private void open() {
        add(
                MANAGER,
                new OpenRecord(
                        OFFICE,
                        CLIENT,
                        List.of(
                                new JoinTeam(
                                        MANAGER, OrganizationKind.CASE_MANAGEMENT, List.of(Code.of("coordinates"))),
                                new JoinTeam(SUPERVISOR, OrganizationKind.CASE_MANAGEMENT, List.of()),
                                new JoinTeam(PERSON, OrganizationKind.PERSON_AND_FAMILY, List.of())),
                        List.of(RecordId.of("earlier-1"))));
        add(MANAGER, new JoinTeam(SECOND, OrganizationKind.CASE_MANAGEMENT, List.of()));
        add(MANAGER, new JoinTeam(INTAKE, OrganizationKind.HOME_CARE_PROVIDER, List.of()));
        add(MANAGER, new JoinTeam(LEAD, OrganizationKind.HOME_CARE_PROVIDER, List.of()));
        add(MANAGER, new JoinTeam(AUTHORIZER, OrganizationKind.PAYER, List.of()));
        add(MANAGER, new AcknowledgeDuties());
        add(MANAGER, new PlanAbsence(MANAGER, new Absence(STAND_IN, at(20), at(22))));
        add(MANAGER, new PlanAbsence(SECOND, new Absence(MANAGER.person().orElseThrow(), at(0), at(1))));
        add(MANAGER, new EndAbsence(SECOND));
        add(
                SUPERVISOR,
                new RecordAgreement(new Agreement(
                        AGENCY,
                        Channel.ELECTRONIC,
                        new Elapsed(Duration.ofHours(12)),
                        Optional.of(Duration.ofMinutes(15)),
                        List.of(Code.of("referral"), Code.of("notes"), Code.of("plans")),
                        DAY,
                        Optional.empty())));
        add(
                MANAGER,
                new RecordCredential(new Credential(
                        AGENCY, Optional.empty(), Code.of("vendor-insurance"), OFFICE, DAY.plus(Duration.ofDays(90)))));
        add(MANAGER, new OpenRun(RUN, Code.of("after-hospital"), 1));
    }

    private void know() {
        add(MANAGER, new RecordFact(DATE, words.apply(4), SOURCE, Grade.RECORDED));
        add(MANAGER, new RecordFact(DATE, words.apply(5), SOURCE, Grade.CONFIRMED));
        add(MANAGER, new SetFactAside(DATE, 1, true, Code.of("wrong-person")));
        add(PERSON, new RecordNoAnswer(Code.of("race"), AbsentReason.ASKED_DECLINED, SOURCE, Grade.RECORDED));
        add(LEAD, new RaiseFlag(FALL));
        add(SUPERVISOR, new ClearFlag(FALL, Code.of("checked")));
        add(LEAD, new RaiseFlag(FALL));
        add(SUPERVISOR, new Approve(RISK, List.of(new Covered(FALL, 2))));
        add(SUPERVISOR, new RevokeApproval(1, Code.of("too-early")));
        add(SUPERVISOR, new Approve(RISK, List.of(new Covered(FALL, 2), new Covered(DATE, 2))));
        add(SUPERVISOR, new GrantWaiver(RUN, DATE, Code.of("chart-down"), at(2)));
        add(
                SUPERVISOR,
                new TakeDecision(RUN, LEVEL, Code.of("daily"), words.apply(6), Optional.of(Code.of("weekend"))));
        add(MANAGER, new Assign(CALL, STAND_IN));
        add(SECOND, new AcceptAssignment(CALL));
        add(SECOND, new Fulfil(CALL));
        add(MANAGER, new Fulfil(told(INTAKE)));
        add(MANAGER, new Fulfil(told(PERSON)));
    }

    private void offerTwice() {
        OfferHandoff invitation = new OfferHandoff(
                OfferKind.FIRM, INTAKE, ask, Optional.of(ipass()), Arbiter.SERVER, Optional.empty(), Optional.empty());
        add(MANAGER, in(SECOND_TRY, invitation));
        add(INTAKE, in(SECOND_TRY, answer(1, new Answer.Accept(words.apply(7)))));
        add(MANAGER, in(SECOND_TRY, new OvertakeDecision(1, Code.of("stored-first"))));
        add(MANAGER, in(SECOND_TRY, new NameDiscrepancy(1, Code.of("content-changed"))));
        add(MANAGER, new Fulfil(Key.of("handoff-2", Code.of("look-into"), "offer-1-content-changed")));
        add(MANAGER, in(SECOND_TRY, new WithdrawOffer(1, Code.of("other-found"))));
        add(MANAGER, in(SECOND_TRY, new ConfirmDecision(1)));
        add(INTAKE, in(SECOND_TRY, answer(1, new Answer.Accept())));
        add(MANAGER, in(SECOND_TRY, new MarkInError(Code.of("wrong-person"))));
        add(MANAGER, new Fulfil(Key.of("handoff-2", Code.of("tell"), "offer-1")));
    }

    private void negotiate() {
        OfferHandoff firm = new OfferHandoff(
                OfferKind.FIRM, INTAKE, ask, Optional.of(sbar()), Arbiter.RECORD, Optional.empty(), Optional.empty());
        add(MANAGER, in(HOME, firm));
        add(
                INTAKE,
                in(
                        HOME,
                        answer(
                                1,
                                new Answer.RequestClarification(List.of(
                                        Question.about(Code.of("address")),
                                        new Question(Code.of("lift"), words.apply(8), Sensitive.none()))))));
        add(MANAGER, in(HOME, new AnswerClarification(1, Code.of("address"), words.apply(9), Optional.empty())));
        add(
                MANAGER,
                in(
                        HOME,
                        new AnswerClarification(
                                1, Code.of("lift"), Sensitive.none(), Optional.of(Code.of("not-known")))));
        add(
                INTAKE,
                in(
                        HOME,
                        answer(
                                1,
                                new Answer.AcceptWithConditions(List.of(
                                        new Condition(words.apply(10), Condition.Kind.PRECONDITION, MANAGER, at(4)),
                                        new Condition(words.apply(11), Condition.Kind.LIMITATION, INTAKE, at(9)))))));
        add(MANAGER, in(HOME, new AgreeConditions(1)));
        add(MANAGER, in(HOME, new MeetCondition(1, 1)));
        add(MANAGER, new LeaveStage(RUN));
        add(MANAGER, in(HOME, new HoldWarmHandoff(MANAGER, INTAKE, DAY.plus(Duration.ofHours(8)))));
        add(INTAKE, in(HOME, answer(1, new Answer.Accept(words.apply(12)))));
    }

    private void serve() {
        add(SUPERVISOR, new MoveRun(RUN, 2, moved().digest(), Code.of("new-contract")));
        add(INTAKE, in(HOME, new StartAction()));
        add(INTAKE, in(HOME, new ReportProgress(words.apply(13))));
        add(INTAKE, new ReportVisit(new Visit(FIRST, 1, Visit.State.PLANNED, at(2))));
        add(INTAKE, new ReportVisit(new Visit(FIRST, 2, Visit.State.CANCELLED, at(2))));
        add(Duration.ofDays(4), SUPERVISOR, new AdvanceTime());
        add(INTAKE, new RecordFact(Code.of("visit-report"), words.apply(14), SOURCE, Grade.RECORDED));
        add(INTAKE, new Fulfil(VISIT));
        add(INTAKE, in(HOME, new CompleteAction(List.of(new Input(Code.of("report"), words.apply(15))))));
        add(MANAGER, in(HOME, new ValidateCompletion()));
        add(INTAKE, new LeaveStage(RUN));
        add(INTAKE, new RecordFact(Code.of("outcome-note"), Sensitive.none(), SOURCE, Grade.RECORDED));
        add(MANAGER, new LeaveTeam(SECOND));
    }

    private void close() {
        add(LEAD, new ValidateOutcome(RUN));
        add(SUPERVISOR, new CloseRun(RUN));
    }

    /** What is shown to change, as the record stands there. */
    private static Move moved() {
        Pathway second = Cast.second();
        Key whole = Key.of("run:run-1", Code.of("outcome"), "whole");
        Key look = Key.of("run:run-1", Code.of("review"), "supervisor");
        Key service = Key.of("run:run-1", Code.of("stage"), "service");
        return new Move(
                RUN,
                1,
                2,
                second.hash(),
                Change.between(Cast.first(), second),
                List.of(
                        new Effect(whole, What.TERMS_CHANGED),
                        new Effect(look, What.REPLACED),
                        new Effect(service, What.TERMS_CHANGED)));
    }

    private Sbar sbar() {
        return new Sbar(
                words.apply(16), words.apply(17), words.apply(18), words.apply(19), Sensitive.none(), words.apply(20));
    }

    private Ipass ipass() {
        return new Ipass(words.apply(16), words.apply(17), List.of(words.apply(18), words.apply(19)), words.apply(20));
    }

    private AnswerOffer answer(int offer, Answer answer) {
        return new AnswerOffer(offer, ask.digest(), answer);
    }

    private static InHandoff in(HandoffId handoff, HandoffCommand command) {
        return new InHandoff(handoff, RUN, command);
    }

    private void add(Holder by, RecordCommand command) {
        add(Duration.ZERO, by, command);
    }

    private void add(Duration after, Holder by, RecordCommand command) {
        lines.add(new Line(after, by, command));
    }

    private static Key told(Holder whom) {
        return Key.of("run:run-1", Code.of("notify"), "level-of-service:" + whom.role());
    }

    private static Instant at(int day) {
        return DAY.plus(Duration.ofDays(day)).minusSeconds(1);
    }
}
