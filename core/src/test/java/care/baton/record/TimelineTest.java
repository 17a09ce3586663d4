package care.baton.record;

import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SECOND_PLANNER;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.ClarificationGiven;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.DiscrepancyNamed;
import care.baton.handoff.HandoffEvent.ProgressReported;
import care.baton.handoff.HandoffEvent.WarmHandoffHeld;
import care.baton.handoff.HandoffEvent.WithdrawalIntended;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Question;
import care.baton.obligation.Key;
import care.baton.obligation.Level;
import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationCarried;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.obligation.ObligationEvent.PersonProposed;
import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.pathway.Need;
import care.baton.pathway.Need.FieldNeed;
import care.baton.record.Moment.Aspect;
import care.baton.record.RecordEvent.HandoffPlaced;
import care.baton.time.BeforeVisits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happened to one action, line by line: who has had it, who heard, what was written down, how it ended. */
class TimelineTest {

    private static final Code WHY = Code.of("why");
    private static final Code ITEM = Code.of("medication");
    private static final Key DUTY = Keys.duty(RUN, Code.of("call"));
    private static final Key OTHER = Keys.duty(RUN, Code.of("write"));
    private static final Key ACTION = Key.of(HANDOFF.value(), Kinds.ACTION, "whole");
    private static final Route ROUTE = new Route(
            List.of(new Level(Duration.ZERO, LEAD.heldBy(Optional.empty()), HomeStart.hours(8))), HomeStart.hours(24));

    private record Line(Aspect aspect, Code what, Optional<Holder> to) {}

    @Test
    void whoHasHadItAndWhoHeard() {
        assertThat(lines(
                        DUTY,
                        opened(DUTY),
                        new PersonProposed(DUTY, SECOND_PLANNER.person().orElseThrow()),
                        new HolderChanged(DUTY, SECOND_PLANNER, START, Code.of("acknowledged")),
                        new LevelRaised(DUTY, 0, START, 1, START),
                        new LevelRaised(DUTY, 1, START, 1, START)))
                .containsExactly(
                        line(Aspect.RESPONSIBILITY, "opened", PLANNER),
                        line(Aspect.RESPONSIBILITY, "proposed", SECOND_PLANNER),
                        line(Aspect.RESPONSIBILITY, "acknowledged", SECOND_PLANNER),
                        line(Aspect.ESCALATION, "reminded", SECOND_PLANNER),
                        line(Aspect.ESCALATION, "level-raised", LEAD.heldBy(Optional.empty())));
    }

    @Test
    void aLevelThatTheLadderDoesNotHaveIsAReminderToTheHolder() {
        assertThat(lines(
                        DUTY,
                        opened(DUTY),
                        new LevelRaised(DUTY, 1, START, 1, START),
                        new LevelRaised(DUTY, 2, START, 1, START)))
                .endsWith(line(Aspect.ESCALATION, "reminded", PLANNER));
    }

    @Test
    void whatItsTermsBecame() {
        Route route = Route.reminder(HomeStart.hours(24));
        Instant due = START.plus(Duration.ofHours(3));

        assertThat(lines(
                        DUTY,
                        opened(DUTY),
                        new TermsChanged(
                                DUTY,
                                due,
                                due,
                                Optional.of(START.plus(Duration.ofHours(9))),
                                Optional.of(new BeforeVisits(2, Duration.ofHours(9))),
                                route,
                                List.of()),
                        new DueMoved(DUTY, due, due, Code.of("visit-reported")),
                        opened(OTHER),
                        new ObligationCarried(DUTY, OTHER)))
                .containsExactly(
                        line(Aspect.RESPONSIBILITY, "opened", PLANNER),
                        line(Aspect.DOCUMENTATION, "terms-changed"),
                        line(Aspect.DOCUMENTATION, "visit-reported"));
    }

    @Test
    void howItEnded() {
        assertThat(lines(DUTY, opened(DUTY), new ObligationDischarged(DUTY, START)))
                .endsWith(line(Aspect.CLOSURE, "discharged"));
        assertThat(lines(DUTY, opened(DUTY), new ObligationReleased(DUTY, START, WHY)))
                .endsWith(line(Aspect.CLOSURE, "why"));
        assertThat(lines(DUTY, opened(DUTY), opened(OTHER), new ObligationReplaced(DUTY, START, OTHER)))
                .endsWith(line(Aspect.CLOSURE, "replaced"))
                .hasSize(2);
    }

    @Test
    void theEvidenceThatItAsksForAndNoOther() {
        assertThat(lines(
                        DUTY,
                        opened(DUTY, ROUTINES, WHY, RISKS),
                        fact(ROUTINES, 1),
                        fact(ITEM, 1),
                        new ApprovalGiven(WHY, 1, List.of(new Covered(ROUTINES, 1))),
                        new ApprovalGiven(ITEM, 2, List.of(new Covered(ROUTINES, 1))),
                        new WaiverGranted(RUN, RISKS, WHY, START.plusSeconds(1)),
                        new WaiverExpired(RUN, RISKS, START.plusSeconds(1))))
                .containsExactly(
                        line(Aspect.RESPONSIBILITY, "opened", PLANNER),
                        line(Aspect.DOCUMENTATION, "routines"),
                        line(Aspect.DOCUMENTATION, "why"),
                        line(Aspect.DOCUMENTATION, "risks"),
                        line(Aspect.DOCUMENTATION, "risks"));
    }

    @Test
    void whatWasSaidOfWhatIsHandedOver() {
        Answer asks =
                new Answer.RequestClarification(List.of(new Question(ITEM, Sensitive.of("which?"), Sensitive.none())));

        assertThat(lines(
                        ACTION,
                        new HandoffPlaced(HANDOFF, RUN),
                        opened(ACTION),
                        Listed.offered(1, OfferKind.FIRM, Arbiter.SERVER),
                        gives(asks, false),
                        new ClarificationGiven(HANDOFF, 1, ITEM, Sensitive.of("blue"), Optional.empty()),
                        new DiscrepancyNamed(HANDOFF, 1, Code.of("owner-replaced")),
                        new WithdrawalIntended(HANDOFF, 1, WHY),
                        new WarmHandoffHeld(HANDOFF, PLANNER, INTAKE, START),
                        gives(new Answer.Accept(), true),
                        new ProgressReported(HANDOFF, INTAKE, START, Sensitive.of("well")),
                        course(Course.STARTED, "begun"),
                        course(Course.DONE, "done"),
                        course(Course.CLOSED, "confirmed")))
                .containsExactly(
                        line(Aspect.RESPONSIBILITY, "opened", PLANNER),
                        line(Aspect.DOCUMENTATION, "offered", INTAKE),
                        line(Aspect.DOCUMENTATION, asks.category().value()),
                        line(Aspect.DOCUMENTATION, "clarified"),
                        line(Aspect.DOCUMENTATION, "owner-replaced"),
                        line(Aspect.DOCUMENTATION, "warm-handoff"),
                        line(
                                Aspect.DOCUMENTATION,
                                new Answer.Accept().category().value()),
                        line(Aspect.DOCUMENTATION, "reported"),
                        line(Aspect.DOCUMENTATION, "begun"),
                        line(Aspect.DOCUMENTATION, "done"),
                        line(Aspect.CLOSURE, "confirmed"));
    }

    /** What the timeline of an action says, once these have been recorded one by one on a run that is open. */
    private static List<Line> lines(Key key, Event... events) {
        CoordinationRecord run = HomeStart.run().record();
        List<Entry> entries = new ArrayList<>(run.ledger().entries().toList());
        for (Event event : events) {
            Instant at = event instanceof WaiverExpired ? START.plusSeconds(1) : START;
            entries.add(Listed.entry(entries.size(), at, event));
        }
        return CoordinationRecord.restore(run.id(), entries).orThrow().state().timeline().of(key).stream()
                .map(moment -> new Line(moment.aspect(), moment.what(), moment.to()))
                .toList();
    }

    private static Line line(Aspect aspect, String what) {
        return new Line(aspect, Code.of(what), Optional.empty());
    }

    private static Line line(Aspect aspect, String what, Holder to) {
        return new Line(aspect, Code.of(what), Optional.of(to));
    }

    private static ObligationOpened opened(Key key, Code... proof) {
        Instant due = START.plus(Duration.ofHours(4));
        List<Need> needs = new ArrayList<>();
        for (Code item : proof) {
            needs.add(new FieldNeed(item, List.of(PLANNER.role()), Grade.RECORDED, true, Optional.empty()));
        }
        return new ObligationOpened(
                key,
                Optional.empty(),
                PLANNER,
                PLANNER,
                START,
                due,
                due,
                Optional.empty(),
                Duration.ZERO,
                ROUTE,
                needs,
                Optional.empty(),
                0);
    }

    private static FactRecorded fact(Code field, int version) {
        return new FactRecorded(field, version, Sensitive.of("so"), HomeStart.CHART, Grade.RECORDED);
    }

    private static AnswerGiven gives(Answer answer, boolean moves) {
        return new AnswerGiven(HANDOFF, 1, answer, INTAKE, START, false, false, moves);
    }

    private static CourseTaken course(Course course, String why) {
        return new CourseTaken(HANDOFF, course, START, Code.of(why), List.of());
    }
}
