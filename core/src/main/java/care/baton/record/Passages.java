package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.handoff.HandoffEvent.ProgressReported;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Proceedings;
import care.baton.handoff.Shown;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.record.RecordEvent.StageEntered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The handoffs of a record: where they occur, how they go, what confirms them, and what happens when they stall. Who
 * owned one when, {@link Work#ownerAt} says.
 */
public final class Passages {

    private final CoordinationRecord record;
    private final Chart chart;

    Passages(CoordinationRecord record) {
        this.record = record;
        this.chart = record.chart();
    }

    /**
     * Every handoff of a run, in the order in which they were offered.
     *
     * @param run which run
     * @return one line for each offer
     */
    public List<Passage> of(Code run) {
        Objects.requireNonNull(run, "run");
        Reader reader = new Reader(run);
        record.ledger().entries().forEach(reader::read);
        return List.copyOf(reader.lines);
    }

    /**
     * How it goes with what was handed over.
     *
     * @param handoff which handoff
     * @param now the host's clock
     * @return where it stands; empty when there is no such handoff
     */
    public Optional<Progress> progress(HandoffId handoff, Instant now) {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(now, "now");
        Optional<Negotiation> found = chart.handoffs().get(handoff);
        return found.map(talks -> new Progress(
                handoff,
                talks.course(),
                talks.current().map(o -> Shown.of(o, new Proceedings(talks, chart.obligations()), now)),
                record.work().ownerAt(handoff, now),
                reported(handoff),
                chart.obligations().openOf(handoff.value(), Kinds.UPDATE).stream()
                        .map(Obligation::due)
                        .findFirst()));
    }

    private Optional<ProgressReported> reported(HandoffId handoff) {
        Optional<ProgressReported> last = Optional.empty();
        for (Entry entry : record.ledger().entries()) {
            if (entry.event() instanceof ProgressReported e && e.handoff().equals(handoff)) {
                last = Optional.of(e);
            }
        }
        return last;
    }

    private Optional<Stall> stall(HandoffId handoff) {
        return chart.obligations().open().stream()
                .filter(o -> o.key().cause().equals(handoff.value()))
                .map(o -> record.work().stall(o))
                .min(Comparator.comparing(Stall::at));
    }

    /** How many handoffs there are. */
    @Override
    public String toString() {
        return "Passages[" + record.chart().handoffs().size() + "]";
    }

    /** Reads the entries one by one; each line is completed by what follows it. */
    private final class Reader {

        private final Code run;
        private final List<Passage> lines = new ArrayList<>();
        private final SortedMap<HandoffId, Integer> newest = new TreeMap<>();
        private final SortedMap<HandoffId, List<Code>> output = new TreeMap<>();
        private Optional<Code> stage = Optional.empty();

        Reader(Code run) {
            this.run = run;
        }

        void read(Entry entry) {
            if (entry.event() instanceof StageEntered e && e.run().equals(run)) {
                stage = Optional.of(e.stage());
            } else if (entry.event() instanceof HandoffEvent e
                    && chart.places().get(e.handoff()).equals(Optional.of(run))) {
                handoff(entry, e);
            }
        }

        private void handoff(Entry entry, HandoffEvent event) {
            Instant at = entry.act().stamp().recordedAt();
            if (event instanceof OfferMade e) {
                lines.add(new Passage(
                        e.handoff(),
                        e.number(),
                        stage,
                        e.from(),
                        e.to(),
                        at,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        stall(e.handoff())));
            } else if (event instanceof AnswerGiven e) {
                boolean taken = e.answer() instanceof Answer.Accept && e.moves();
                boolean ended = e.answer() instanceof Answer.Decline;
                if (taken) {
                    newest.put(e.handoff(), e.number());
                }
                change(
                        e.handoff(),
                        e.number(),
                        p -> with(
                                p,
                                Optional.of(at),
                                taken ? Optional.of(at) : p.takenAt(),
                                ended ? Optional.of(at) : p.endedAt(),
                                p.confirmation()));
            } else if (event instanceof OfferWithdrawn e) {
                change(
                        e.handoff(),
                        e.number(),
                        p -> with(p, p.answeredAt(), p.takenAt(), Optional.of(at), p.confirmation()));
            } else if (event instanceof CourseTaken e) {
                course(entry, e, at);
            }
        }

        private void course(Entry entry, CourseTaken event, Instant at) {
            boolean resultLater =
                    event.course() == Course.VALIDATING && !event.output().isEmpty();
            if (event.course() == Course.DONE || resultLater) {
                output.put(
                        event.handoff(),
                        event.output().stream().map(Input::name).toList());
            }
            boolean ends = event.course().isEnded() || event.course() == Course.OFFERING;
            Integer number = newest.get(event.handoff());
            if (ends && number != null) {
                Optional<Confirmation> confirmed = event.course() == Course.CLOSED
                        ? Optional.of(new Confirmation(
                                entry.act().speaker(), at, output.getOrDefault(event.handoff(), List.of())))
                        : Optional.empty();
                change(event.handoff(), number, p -> with(p, p.answeredAt(), p.takenAt(), Optional.of(at), confirmed));
            }
        }

        private void change(HandoffId handoff, int offer, UnaryOperator<Passage> how) {
            lines.replaceAll(p -> p.handoff().equals(handoff) && p.offer() == offer ? how.apply(p) : p);
        }

        private Passage with(
                Passage p,
                Optional<Instant> answered,
                Optional<Instant> taken,
                Optional<Instant> ended,
                Optional<Confirmation> confirmed) {
            return new Passage(
                    p.handoff(),
                    p.offer(),
                    p.stage(),
                    p.from(),
                    p.to(),
                    p.offeredAt(),
                    answered,
                    taken,
                    ended,
                    confirmed,
                    p.stall());
        }
    }
}
