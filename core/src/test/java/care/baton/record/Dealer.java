package care.baton.record;

import static care.baton.record.HomeStart.CHART;
import static care.baton.record.HomeStart.RUN;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Approval;
import care.baton.evidence.Covered;
import care.baton.evidence.Fact;
import care.baton.evidence.Flag;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.ownership.Absence;
import care.baton.ownership.Member;
import care.baton.party.Act;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Credential;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
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
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.PlanAbsence;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.RevokeApproval;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a roll comes to on a record as it stands: mostly what somebody there could want, now and then anything. */
final class Dealer {

    static final List<Holder> SEATS = List.of(
            HomeStart.PLANNER,
            HomeStart.SECOND_PLANNER,
            HomeStart.LEAD,
            HomeStart.NURSE,
            HomeStart.FUNDER,
            HomeStart.INTAKE,
            HomeStart.SCHEDULER,
            HomeStart.OTHER_INTAKE,
            HomeStart.PERSON);

    private static final List<Code> FIELDS =
            List.of(HomeStart.ROUTINES, HomeStart.RISKS, HomeStart.PLAN, HomeStart.RESULT);
    private static final List<Holder> SUPPLIERS =
            List.of(HomeStart.NURSE, HomeStart.NURSE, HomeStart.INTAKE, HomeStart.INTAKE);

    private final CoordinationRecord record;
    private final Chart chart;
    private final Instant now;
    private final Roll roll;

    Dealer(CoordinationRecord record, Instant now, Roll roll) {
        this.record = record;
        this.chart = record.chart();
        this.now = now;
        this.roll = roll;
    }

    Asked deal() {
        Asked meant = chart.runs().isEmpty() && roll.what() % 3 > 0 ? begin() : command();
        return roll.who() % 10 == 0 ? new Asked(pick(SEATS, roll.who() / 10), meant.command()) : meant;
    }

    /** What the record itself names as the next step: so that walks come to an end now and then. */
    private Asked onward() {
        Optional<NextStep> next = record.work().nextStep(RUN, RecordWalk.RULES);
        if (next.isEmpty()) {
            return begin();
        }
        Key key = next.get().awaited().key();
        Holder by = next.get().awaited().on();
        if (key.kind().equals(Keys.SUPPLY)) {
            return new Asked(by, HomeStart.says(next.get().action()));
        }
        if (key.kind().equals(Keys.STAGE)) {
            return new Asked(by, new LeaveStage(RUN));
        }
        if (key.kind().equals(Keys.OUTCOME)) {
            return List.of(
                            new Asked(HomeStart.INTAKE, HomeStart.says(HomeStart.RESULT)),
                            new Asked(HomeStart.PLANNER, new ValidateOutcome(RUN)),
                            new Asked(HomeStart.LEAD, new CloseRun(RUN)),
                            work(),
                            handoff())
                    .get(roll.which() % 5);
        }
        if (key.kind().equals(Keys.ACTIVITY) || key.kind().equals(Keys.OBSTACLE)) {
            return Plannings.deal(chart, now, roll.which());
        }
        if (key.kind().equals(Keys.NOTE_REVIEW) || key.kind().equals(Keys.INFORM)) {
            return Notings.deal(chart, now, roll.which());
        }
        if (key.kind().equals(Keys.PATTERN_REVIEW) || key.kind().equals(Keys.UNMET_NEED)) {
            return Watchings.deal(chart, roll.which());
        }
        return ByHand.not(chart.obligations().get(key).orElseThrow()) ? handoff() : new Asked(by, new Fulfil(key));
    }

    private Asked begin() {
        return new Asked(HomeStart.PLANNER, new OpenRun(RUN, Code.of("home-start"), 1));
    }

    private Asked command() {
        int what = roll.what() % 72;
        if (what == 71) {
            return Plannings.deal(chart, now, roll.which());
        }
        if (what >= 64) {
            return roll.which() % 4 == 1
                    ? Watchings.deal(chart, roll.which() / 4)
                    : Notings.deal(chart, now, roll.which());
        }
        if (what >= 40) {
            return onward();
        }
        if (what < 12) {
            return handoff();
        }
        if (what < 14) {
            if (roll.which() % 4 == 0) {
                return Showings.deal(chart, pick(SEATS, roll.who()), roll.which() / 4);
            }
            return what == 12 ? move(roll.which()) : Sharings.deal(chart, pick(SEATS, roll.who()), now, roll.which());
        }
        if (what < 22) {
            return work();
        }
        return what < 32 ? evidence(what) : team(what);
    }

    private Asked handoff() {
        List<HandoffId> ids = List.of(HomeStart.HANDOFF, HomeStart.HANDOFF, HandoffId.of("handoff-2"));
        return new Words(record, pick(ids, roll.which()), now, roll).deal();
    }

    private Asked work() {
        List<Obligation> open = chart.obligations().open();
        if (open.isEmpty()) {
            return begin();
        }
        Obligation one = pick(open, roll.which() / 7);
        Holder by = one.holder();
        return switch (roll.which() % 9) {
            case 0 -> new Asked(by, new Assign(one.key(), person(roll.which())));
            case 1 ->
                open.stream()
                        .filter(o -> o.proposed().isPresent())
                        .findFirst()
                        .map(o -> new Asked(o.holder().heldBy(o.proposed()), new AcceptAssignment(o.key())))
                        .orElse(new Asked(by, new AcceptAssignment(one.key())));
            case 2 -> stage().orElse(new Asked(HomeStart.LEAD, new ValidateOutcome(RUN)));
            case 3 -> new Asked(HomeStart.PLANNER, new ValidateOutcome(RUN));
            case 4 -> new Asked(HomeStart.LEAD, new CloseRun(RUN));
            case 5 -> stage().orElse(new Asked(HomeStart.PLANNER, new LeaveStage(RUN)));
            default -> new Asked(by, new Fulfil(byHand(open, one)));
        };
    }

    private Key byHand(List<Obligation> open, Obligation one) {
        List<Obligation> mine = open.stream().filter(o -> !ByHand.not(o)).toList();
        return mine.isEmpty() ? one.key() : pick(mine, roll.which() / 7).key();
    }

    /** To the other version, mostly having seen what would change. */
    private Asked move(int n) {
        int version = chart.runs().get(RUN).map(r -> 3 - r.version()).orElse(2);
        Act act = Act.of(CommandId.of("shown"), HomeStart.LEAD, Stamp.at(now));
        Digest shown = n % 20 == 0
                ? Digest.of(new byte[] {1})
                : record.moving(RUN, version, act, RecordWalk.RULES)
                        .fold(seen -> seen.state().digest(), no -> Digest.of(new byte[] {2}));
        return new Asked(HomeStart.LEAD, new MoveRun(RUN, version, shown, Code.of("new-contract")));
    }

    private Optional<Asked> stage() {
        return chart.runs()
                .get(RUN)
                .filter(PathwayRun::isOpen)
                .flatMap(r -> r.stage().flatMap(s -> chart.obligations().get(Keys.stage(RUN, s))))
                .map(o -> new Asked(o.holder(), new LeaveStage(RUN)));
    }

    private Asked evidence(int what) {
        int n = roll.which();
        return switch (what - 22) {
            case 0, 1, 2 ->
                n % 6 == 5
                        ? noAnswer(n / 6)
                        : new Asked(
                                pick(SUPPLIERS, n),
                                new RecordFact(pick(FIELDS, n), Sensitive.of("w" + n), CHART, Grade.CONFIRMED));
            case 3 -> aside();
            case 4 -> new Asked(HomeStart.NURSE, new RaiseFlag(HomeStart.FALLS));
            case 5 -> new Asked(HomeStart.LEAD, new ClearFlag(HomeStart.FALLS, Code.of("checked")));
            case 6, 7 -> new Asked(HomeStart.LEAD, new Approve(HomeStart.APPROVED, List.of(covered())));
            case 8 ->
                n % 2 == 0
                        ? new Asked(
                                HomeStart.LEAD,
                                new RevokeApproval(1 + n % Math.max(1, approvals()), Code.of("too-early")))
                        : new Asked(
                                HomeStart.LEAD,
                                new GrantWaiver(
                                        RUN, HomeStart.ROUTINES, Code.of("late"), now.plus(Duration.ofHours(n % 60))));
            default ->
                new Asked(
                        HomeStart.FUNDER,
                        new TakeDecision(RUN, Code.of("hours"), Code.of("granted"), Sensitive.none(), cause(n)));
        };
    }

    private static Optional<Code> cause(int n) {
        return n % 3 == 0 ? Optional.empty() : Optional.of(Cause.values()[n % 6].code());
    }

    private int approvals() {
        List<Approval> given = chart.evidence().approvals();
        return given.size();
    }

    private Covered covered() {
        int version = chart.evidence().flag(HomeStart.FALLS).map(Flag::version).orElse(1);
        return new Covered(HomeStart.FALLS, version);
    }

    private Asked aside() {
        Code field = pick(FIELDS, roll.which());
        Optional<Fact> fact = chart.evidence().fact(field);
        return new Asked(
                fact.map(Fact::author).orElse(HomeStart.NURSE),
                new SetFactAside(
                        field, fact.map(Fact::version).orElse(1), roll.which() % 2 == 0, Code.of("wrong-entry")));
    }

    private Asked team(int what) {
        int n = roll.which();
        Holder seat = pick(SEATS, n);
        return switch (what) {
            case 32 ->
                new Asked(
                        HomeStart.LEAD,
                        n % 4 == 3
                                ? new EndAbsence(seat)
                                : new PlanAbsence(seat, new Absence(person(n / 9), now, now.plusSeconds(n + 1))));
            case 33 -> new Asked(n % 2 == 0 ? HomeStart.LEAD : HomeStart.INTAKE, new LeaveTeam(seat));
            case 34 -> new Asked(HomeStart.LEAD, joins(gone().orElse(seat)));
            case 35 -> new Asked(HomeStart.INTAKE, joins(elsewhere(vacant().orElse(seat), n / 9)));
            case 36 -> n % 2 == 0 ? new Asked(seat, new AcknowledgeDuties()) : Sharings.deal(chart, seat, now, n / 2);
            case 37 ->
                new Asked(
                        HomeStart.LEAD,
                        n % 3 == 2
                                ? new RecordCredential(new Credential(
                                        seat.organization(), seat.person(), CHART, seat.organization(), now))
                                : new RecordAgreement(agreement(n)));
            case 38 -> n % 5 == 0 ? new Asked(HomeStart.PLANNER, HomeStart.opening()) : visit(n);
            default ->
                n % 3 == 0
                        ? new Asked(HomeStart.PLANNER, new OpenRun(Code.of("run-2"), Code.of("home-start"), 1))
                        : new Asked(seat, new AdvanceTime());
        };
    }

    private static Asked noAnswer(int n) {
        AbsentReason why = AbsentReason.values()[n % 4];
        return n % 2 == 0
                ? new Asked(HomeStart.PERSON, new RecordNoAnswer(Code.of("race"), why, CHART, Grade.RECORDED))
                : new Asked(pick(SUPPLIERS, n), new RecordNoAnswer(pick(FIELDS, n), why, CHART, Grade.CONFIRMED));
    }

    private static JoinTeam joins(Holder seat) {
        return new JoinTeam(seat, OrganizationKind.CLINIC, List.of());
    }

    /** The same role, by another person of whichever organization. */
    private static Holder elsewhere(Holder seat, int n) {
        return Holder.of(pick(SEATS, n).organization(), seat.role(), PersonId.of("newcomer-" + n % 3));
    }

    /** A role that holds something and that nobody has where it lies. */
    private Optional<Holder> vacant() {
        return chart.obligations().open().stream()
                .map(Obligation::holder)
                .filter(h -> !chart.team().holds(h))
                .findFirst();
    }

    private Asked visit(int n) {
        Visit.State state = Visit.State.values()[n / 7 % 3];
        return new Asked(
                HomeStart.INTAKE,
                HomeVisits.report("v-" + n % 4, n % 9, state, now.plus(Duration.ofHours(n % 70 - 20))));
    }

    private Optional<Holder> gone() {
        return chart.team().members().stream()
                .filter(Member::left)
                .map(Member::seat)
                .findFirst();
    }

    private Agreement agreement(int n) {
        return new Agreement(
                pick(SEATS, n).organization(),
                Channel.ELECTRONIC,
                HomeStart.hours(1 + n % 30),
                n % 2 == 0 ? Optional.of(Duration.ofMinutes(1 + n % 90)) : Optional.empty(),
                n % 3 == 0 ? List.of() : List.of(Code.of("notes")),
                now,
                Optional.empty());
    }

    private static PersonId person(int n) {
        return pick(SEATS, n).person().orElseThrow();
    }

    static <T> T pick(List<T> from, int number) {
        return from.get(Math.floorMod(number, from.size()));
    }

    /** A seat of an organization that still takes part, with nobody named: whoever is on duty may let time pass. */
    static Holder stillHere(CoordinationRecord record) {
        return SEATS.stream()
                .filter(seat -> record.chart().team().includes(seat.organization()))
                .map(seat -> seat.heldBy(Optional.empty()))
                .findFirst()
                .orElseThrow();
    }

    /** What is asked, in a word, for counting. */
    static String name(RecordCommand command) {
        if (command instanceof InHandoff h) {
            return h.command() instanceof HandoffCommand.AnswerOffer a
                    ? named(a.answer())
                    : h.command().getClass().getSimpleName();
        }
        if (command instanceof InNote n) {
            return n.command().getClass().getSimpleName();
        }
        if (command instanceof OnRisk r) {
            return r.command().getClass().getSimpleName();
        }
        if (command instanceof InPlan p) {
            return p.command().getClass().getSimpleName();
        }
        if (command instanceof OnContact c) {
            return c.command().getClass().getSimpleName();
        }
        return command instanceof OnSharing s
                ? s.command().getClass().getSimpleName()
                : command.getClass().getSimpleName();
    }

    private static String named(Answer answer) {
        return answer.getClass().getSimpleName();
    }
}
