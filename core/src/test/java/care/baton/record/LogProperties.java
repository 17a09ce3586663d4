package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.ConsentCommand;
import care.baton.escalation.Escalation;
import care.baton.evidence.Described;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffEvent.AnswerSetAside;
import care.baton.note.ContactCommand;
import care.baton.note.NoteCommand;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Sensitive;
import care.baton.plan.PlanCommand;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.risk.RiskCommand;
import care.baton.store.Cast;
import care.baton.store.Episode;
import care.baton.store.Script;
import care.baton.trace.Promise;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Nothing changes on a record without a line in its log that says who, as what, when, why and on what ground. */
class LogProperties {

    /**
     * Said in the command and known from what is in the log already: which run a handoff belongs to stands on its
     * placing, what a receiver read stands on the offer that it answers, and of what was shown to change on moving a
     * run each change stands there itself, not their fingerprint. The run of what was seen stands on a pattern that is
     * made of it, and on what is owed for it; where nothing is, no run is meant. The version that a plan was made on is
     * the one before.
     */
    private static final Set<String> KNOWN = Set.of(
            "InHandoff.run", "InHandoff.handoff", "AnswerOffer.asked", "MoveRun.shown", "OnRisk.run", "WritePlan.on");

    private static final int MOST = 4000;

    @Property(tries = RecordCampaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(38)
    void nothingChangesWithoutALineThatSaysWhoAsWhatAndWhen(@ForAll long seed) {
        RecordCampaign.walk(seed, walk -> {
            for (RecordWalk.Step step : walk.steps()) {
                if (step.entries().isEmpty()) {
                    assertThat(step.after()).isEqualTo(step.before());
                }
                for (Entry entry : step.entries()) {
                    assertThat(entry.act().by()).isEqualTo(step.act().by());
                    assertThat(entry.act().command()).isEqualTo(step.act().command());
                    assertThat(entry.act().stamp().recordedAt()).isAfterOrEqualTo(step.given());
                }
            }
        });
    }

    @Property(tries = RecordCampaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(38)
    void everyReasonAndEveryPieceOfEvidenceThatWasGivenStandsInTheLog(@ForAll long seed) {
        RecordCampaign.walk(seed, walk -> walk.steps().forEach(LogProperties::allThatWasSaidIsThere));
    }

    /** The same for every command there is: the walks are searched until each was done, or nothing of it is missing. */
    @Example
    @Promise(38)
    void thereIsNoCommandOfWhichAWordIsLost() {
        Set<String> wanted = new TreeSet<>();
        names(RecordCommand.class, wanted);
        names(HandoffCommand.class, wanted);
        names(ConsentCommand.class, wanted);
        names(NoteCommand.class, wanted);
        names(ContactCommand.class, wanted);
        names(RiskCommand.class, wanted);
        names(PlanCommand.class, wanted);
        wanted.removeAll(List.of("InHandoff", "OnSharing", "InNote", "InPlan", "OnContact", "OnRisk", "AdvanceTime"));
        Episode episode = Episode.of("record-1", Cast.rules());
        for (Script.Line line : Script.lines(n -> Sensitive.of("words " + n))) {
            episode.passes(line.after());
            CoordinationRecord before = episode.record();
            List<Entry> entries =
                    episode.ask(line.by(), line.command()).orThrow().events();
            allThatWasSaidIsThere(
                    line.command(), entries.stream().map(Entry::event).toList());
            assertThat(before.version()).isLessThan(episode.record().version());
            wanted.remove(name(line.command()));
        }
        SplittableRandom random = new SplittableRandom(38);
        for (int i = 0; i < MOST && !wanted.isEmpty(); i++) {
            RecordWalk walk = RecordArbitraries.walk(random.split());
            for (RecordWalk.Step step : walk.steps()) {
                if (wanted.contains(name(step.command())) && did(step)) {
                    allThatWasSaidIsThere(step);
                    wanted.remove(name(step.command()));
                }
            }
        }
        assertThat(wanted).as("never done").isEmpty();
    }

    private static void allThatWasSaidIsThere(RecordWalk.Step step) {
        if (did(step)) {
            allThatWasSaidIsThere(
                    step.command(), step.entries().stream().map(Entry::event).toList());
        }
    }

    /** Of an answer that is set aside the fingerprint stays, with the reason why; its words do not. */
    private static void allThatWasSaidIsThere(RecordCommand command, List<Event> events) {
        if (events.stream().noneMatch(AnswerSetAside.class::isInstance)) {
            lost(command, events);
        }
    }

    /** Whether the command itself did something, and not only time, or that somebody was seen at work. */
    private static boolean did(RecordWalk.Step step) {
        return step.entries().stream()
                .skip(due(step))
                .map(Entry::event)
                .anyMatch(event -> !(event instanceof ObligationDischarged done
                                && done.key().kind().equals(Keys.TAKE_UP)
                        || event instanceof ObligationReleased ended
                                && ended.key().kind().equals(Escalation.ESCALATION)));
    }

    /** How much had fallen due by then, and happens first whatever is asked. */
    private static int due(RecordWalk.Step step) {
        Act act = Act.of(CommandId.of("time"), step.act().by(), step.act().stamp());
        return step.before()
                .decide(new AdvanceTime(), act, RecordWalk.salt(0), RecordWalk.RULES)
                .fold(done -> done.events().size(), refused -> 0);
    }

    private static void lost(RecordCommand command, List<Event> events) {
        Set<Object> said = new HashSet<>();
        events.forEach(event -> said.addAll(Leaves.of(event)));
        Set<String> lost = new TreeSet<>();
        search((Record) command, said, lost);
        assertThat(lost).as(name(command)).isEmpty();
    }

    private static void search(Record part, Set<Object> said, Set<String> lost) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            String name = part.getClass().getSimpleName() + "." + component.getName();
            Object value = Leaves.read(part, component);
            if (value instanceof Record inner && !Leaves.isWord(inner)) {
                search(inner, said, lost);
            } else if (!KNOWN.contains(name) && !said.containsAll(Leaves.of(value))) {
                lost.add(name);
            }
        }
    }

    private static String name(RecordCommand command) {
        return command instanceof InHandoff in ? in.command().getClass().getSimpleName() : Dealer.name(command);
    }

    private static void names(Class<?> family, Set<String> names) {
        Described.family(family).forEach(one -> names.add(one.type().getSimpleName()));
    }
}
