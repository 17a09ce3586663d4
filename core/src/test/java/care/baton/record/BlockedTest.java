package care.baton.record;

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
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.SECOND_PLANNER;
import static care.baton.record.HomeStart.STAFF;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.ask;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import care.baton.evidence.Entry;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Content;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Ipass;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Question;
import care.baton.handoff.Sbar;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Need;
import care.baton.pathway.Pathway;
import care.baton.pathway.Step;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordEvent.HandoffPlaced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a step still waits for, beyond the fields of its stage; and whose list it is on. */
class BlockedTest {

    private static final Sensitive WORDS = Sensitive.of("as told");
    private static final Code SYNTHESIS = Code.of("synthesis");

    private final RecordFixture run = HomeStart.run().given(NURSE, says(ROUTINES));

    @Test
    void whoeverIsToldByIpassSaysBackWhatWasUnderstood() {
        run.given(PLANNER, told(new Ipass(WORDS, WORDS, List.of(WORDS), WORDS), Arbiter.RECORD));

        assertThat(accepting().brings())
                .extracting(Missing::item, m -> m.suppliers().get(0).seat())
                .containsExactly(tuple(SYNTHESIS, INTAKE));
        assertThat(accepting().brings().get(0).evidence()).isEqualTo(Code.of("referral-record"));
    }

    @Test
    void nobodySaysBackWhatWasToldInAnotherFormOrIsAnsweredOnAServer() {
        run.given(PLANNER, told(new Sbar(WORDS, WORDS, WORDS, WORDS, WORDS, WORDS), Arbiter.RECORD));
        assertThat(accepting().brings()).isEmpty();

        RecordFixture server = HomeStart.run().given(NURSE, says(ROUTINES));
        server.given(PLANNER, told(new Ipass(WORDS, WORDS, List.of(WORDS), WORDS), Arbiter.SERVER));
        assertThat(accepting(server.record()).brings()).isEmpty();
    }

    @Test
    void aHandoffThatHasItsPlaceAndNoOfferYetIsBlockedLikeItsRun() {
        List<Entry> entries = new ArrayList<>(run.record().ledger().entries().toList());
        entries.add(Listed.entry(entries.size(), START, new HandoffPlaced(HANDOFF, RUN)));
        CoordinationRecord placed =
                CoordinationRecord.restore(run.record().id(), entries).orThrow().state();

        assertThat(accepting(placed).missing())
                .isEqualTo(placed.gates(HomeStart.rules())
                        .whyBlocked(RUN, Step.ACCEPT, START)
                        .orElseThrow()
                        .missing());
    }

    @Test
    void whatTheClosureAsksForIsWhereTheStageThatAskedForItKeepsIt() {
        Pathway base = HomeStart.pathway();
        Need plan =
                base.stage(Code.of("prepare")).orElseThrow().needs(Step.CLOSE).get(0);
        List<Need> closure =
                Stream.concat(base.closure().stream(), Stream.of(plan)).toList();
        Rulebook rules = new Rulebook(List.of(Altered.and(base, "closure", plan)), HomeStart.CALENDAR);
        RecordFixture served = RecordFixture.of(RecordId.of("record-1"), rules, START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, base.id(), 1));
        toTheEnd(served);
        served.given(INTAKE, new RecordCommand.SetFactAside(PLAN, 1, true, Code.of("wrong-person")));

        List<Missing> missing = served.record()
                .gates(rules)
                .whyBlocked(RUN, Step.CLOSE, served.now())
                .orElseThrow()
                .missing();
        assertThat(missing)
                .filteredOn(m -> m.item().equals(PLAN))
                .extracting(Missing::evidence)
                .containsExactly(Code.of("agency-record"));
        assertThat(missing)
                .filteredOn(m -> m.item().equals(HomeStart.RESULT))
                .extracting(Missing::evidence)
                .containsExactly(Code.of("service-record"));
    }

    @Test
    void aSeatSeesWhatItsRoleHoldsAndAPersonWhatThatPersonHolds() {
        run.given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, asks()));
        Work work = run.record().work();
        Key clarify = work.list(START).stream()
                .map(WorkItem::key)
                .filter(key -> key.kind().equals(Kinds.CLARIFICATION))
                .findFirst()
                .orElseThrow();

        assertThat(keys(PLANNER.heldBy(Optional.empty()))).contains(clarify);
        assertThat(keys(PLANNER)).contains(clarify).doesNotContain(Keys.duty(RUN, HOURS));
        assertThat(keys(SECOND_PLANNER)).doesNotContain(clarify);
        assertThat(keys(FUNDER.heldBy(Optional.empty()))).containsExactly(Keys.duty(RUN, HOURS));
    }

    @Test
    void whatWaitsForAnotherIsHeardOfWhenTheOtherIs() {
        run.given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, asks()));
        Work work = run.record().work();
        Key response = key(Kinds.RESPONSE);
        Key clarification = key(Kinds.CLARIFICATION);

        assertThat(work.ifStalled(response)).isPresent().isEqualTo(work.ifStalled(clarification));
    }

    private Blocked accepting() {
        return accepting(run.record());
    }

    private static Blocked accepting(CoordinationRecord record) {
        return record.gates(HomeStart.rules())
                .whyBlocked(HANDOFF, Step.ACCEPT, START)
                .orElseThrow();
    }

    private Key key(Code kind) {
        return run.record().work().list(START).stream()
                .map(WorkItem::key)
                .filter(key -> key.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<Key> keys(Holder seat) {
        return run.record().work().of(seat, START).stream().map(WorkItem::key).toList();
    }

    private static Answer asks() {
        return new Answer.RequestClarification(List.of(Question.about(RISKS)));
    }

    private static RecordCommand told(Content content, Arbiter arbiter) {
        return in(new OfferHandoff(
                OfferKind.FIRM, INTAKE, ask(), Optional.of(content), arbiter, Optional.empty(), Optional.empty()));
    }

    /** Through all three stages, so that only the close is left. */
    private static void toTheEnd(RecordFixture run) {
        run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(PLANNER, offer(INTAKE), new LeaveStage(RUN))
                .given(INTAKE, answer(1, new Answer.Accept()), says(PLAN))
                .given(SCHEDULER, new Fulfil(Keys.duty(RUN, STAFF)))
                .after(Duration.ofHours(1))
                .given(INTAKE, new LeaveStage(RUN), new LeaveStage(RUN));
    }
}
