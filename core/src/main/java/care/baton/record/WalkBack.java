package care.baton.record;

import care.baton.handoff.Kinds;
import care.baton.obligation.Charge;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Obligations;
import care.baton.obligation.Waited;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.pathway.Pathway;
import care.baton.pathway.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * From the end of a run back to its beginning, along what was waited for last: a step waited for the need
 * that was met last; from there to the step it was the step's owner's time; from the need's opening to its
 * meeting, its holder's. What began with a stage leads back to that stage's beginning, and so to what the stages
 * before it waited for. What was handed over and not yet begun waited for what the stages still asked for.
 */
final class WalkBack {

    /** Where the walk stands: the end, the opening of a need, or the beginning or end of a stage. */
    private record Moment(int stage, boolean begins, Optional<Obligation> opened) {}

    /** Something that a step waited for, and when that was met. */
    private record Met(Obligation need, Instant at, long order) {}

    private static final Comparator<Met> LAST = Comparator.comparing(Met::at)
            .thenComparing(Met::order)
            .thenComparing((Met m) -> m.need().due())
            .thenComparing((Met m) -> m.need().key());

    private final Obligations owed;
    private final Kinship kin;
    private final Passed passed;
    private final Rulebook rules;
    private final Code run;
    private final Holder somebody;
    private final Instant start;
    private final Instant now;
    private final List<Wait> pieces = new ArrayList<>();
    private final SortedSet<Key> met = new TreeSet<>();
    private Instant cursor;

    WalkBack(
            Obligations owed,
            Kinship kin,
            Passed passed,
            Rulebook rules,
            Code run,
            Holder somebody,
            Instant start,
            Instant end) {
        this.owed = owed;
        this.kin = kin;
        this.passed = passed;
        this.rules = rules;
        this.run = run;
        this.somebody = somebody;
        this.start = start;
        this.now = end;
        this.cursor = end;
    }

    /** The pieces, first to last. */
    List<Wait> pieces() {
        Optional<Moment> at = end();
        while (at.isPresent() && cursor.isAfter(start)) {
            at = before(at.get());
        }
        owner(Keys.outcome(run), start);
        Collections.reverse(pieces);
        return pieces;
    }

    private Optional<Moment> end() {
        int last = passed.stages().size() - 1;
        if (last < 0) {
            return Optional.empty();
        }
        Optional<Instant> left = passed.stages().get(last).left();
        return left.isPresent()
                ? step(left.get(), between(last), new Moment(last, false, Optional.empty()), true, Optional.empty())
                : before(new Moment(last, false, Optional.empty()));
    }

    private Optional<Moment> before(Moment at) {
        if (at.opened().isPresent()) {
            return opening(at.opened().get());
        }
        if (!at.begins()) {
            Passed.Spell stage = passed.stages().get(at.stage());
            Moment begins = new Moment(at.stage(), true, Optional.empty());
            return step(stage.entered(), Keys.stage(run, stage.stage()), begins, false, ifPast(stage.exit()));
        }
        if (at.stage() == 0) {
            return Optional.empty();
        }
        Passed.Spell former = passed.stages().get(at.stage() - 1);
        Moment left = new Moment(at.stage() - 1, false, Optional.empty());
        Optional<Passed.Taken> entry =
                ifPast(Optional.of(passed.stages().get(at.stage()).entry()));
        return step(former.left().orElse(former.entered()), between(at.stage() - 1), left, false, entry);
    }

    private Optional<Passed.Taken> ifPast(Optional<Passed.Taken> step) {
        return step.filter(s -> !s.at().isAfter(now));
    }

    /**
     * A step where the walk stands: it waited for the need that was met last since the step before. What was still
     * open when it was taken, it did not wait for.
     */
    private Optional<Moment> step(Instant since, Key owner, Moment before, boolean toEnd, Optional<Passed.Taken> step) {
        Optional<Met> last = kin.steps(toEnd).stream()
                .flatMap(o -> meetings(o, toEnd))
                .filter(m -> m.at().isAfter(since)
                        && step.filter(s -> m.order() > s.order()).isEmpty())
                .filter(m -> isAhead(m.need(), m.at()))
                .max(LAST);
        if (last.isEmpty()) {
            owner(owner, since);
            return Optional.of(before);
        }
        owner(owner, last.get().at());
        return along(last.get());
    }

    private Optional<Moment> along(Met last) {
        met.add(last.need().key());
        need(last.need(), last.need().since(), new TreeSet<>());
        return Optional.of(new Moment(0, false, Optional.of(last.need())));
    }

    /**
     * A need was opened where the walk stands: with a stage, so that it goes on from that stage's beginning; by the
     * meeting of another, by a gate that was passed, or by the owner.
     */
    private Optional<Moment> opening(Obligation opened) {
        OptionalInt with = passed.beganWith(opened.key(), opened.since());
        if (with.isPresent()) {
            return Optional.of(new Moment(with.getAsInt(), true, Optional.empty()));
        }
        Optional<Met> cause = kin.all().stream()
                .filter(Kinship::isWork)
                .filter(o -> passed.gaveRiseTo(o.key(), opened.key()))
                .flatMap(this::ending)
                .filter(m -> isAhead(m.need(), m.at()))
                .max(LAST);
        int stage = stageAt(cursor);
        if (cause.isEmpty() && stage >= 0 && opened.key().kind().equals(Kinds.ACTION)) {
            cause = guarded(stage, opened.key());
        }
        if (cause.isPresent()) {
            owner(ownerAt(stage), cause.get().at());
            return along(cause.get());
        }
        if (stage < 0) {
            return Optional.empty();
        }
        boolean begins = began(stage).equals(passed.stages().get(stage).entered());
        owner(ownerAt(stage), began(stage));
        return Optional.of(new Moment(stage, begins, Optional.empty()));
    }

    /** An offer waited for what the stages so far asked for before one went out, by the version of then. */
    private Optional<Met> guarded(int stage, Key action) {
        Optional<Pathway> pathway = passed.under(action).flatMap(rules::of);
        return passed.stages().subList(0, stage + 1).stream()
                .flatMap(spell -> pathway.flatMap(p -> p.stage(spell.stage())).stream())
                .flatMap(s -> s.needs(Step.OFFER).stream())
                .flatMap(n -> kin.behind(n).stream())
                .flatMap(this::ending)
                .filter(m -> m.at().isAfter(began(stage)))
                .filter(m -> isAhead(m.need(), m.at()))
                .max(LAST);
    }

    private boolean isAhead(Obligation need, Instant at) {
        return !at.isAfter(cursor) && need.since().isBefore(at) && !met.contains(need.key());
    }

    /** A handoff is met, as far as a step is concerned, with each answer to it; only the end waits for what was taken. */
    private Stream<Met> meetings(Obligation o, boolean toEnd) {
        if (!o.key().kind().equals(Kinds.ACTION)) {
            return ending(o);
        }
        Stream<Met> answers = kin.awaited(o).stream()
                .flatMap(this::ending)
                .filter(m -> m.need().endedAt().isPresent())
                .map(m -> new Met(o, m.at(), m.order()));
        boolean taken = !o.holder().sameRole(o.tenure().spells().get(0).holder());
        return taken && !toEnd ? answers : Stream.concat(answers, ending(o));
    }

    private Stream<Met> ending(Obligation o) {
        Instant at = o.endedAt().filter(ended -> !ended.isAfter(now)).orElse(now);
        return Stream.of(new Met(o, at, passed.order(o.key())));
    }

    /** What this was waiting for in turn is charged to those; the rest to its own holder. */
    private void need(Obligation o, Instant since, SortedSet<Key> above) {
        above.add(o.key());
        while (cursor.isAfter(since)) {
            Optional<Met> last = awaited(o)
                    .filter(other -> !above.contains(other.key()))
                    .flatMap(this::ending)
                    .filter(m -> m.at().isAfter(since) && !m.at().isAfter(cursor))
                    .filter(m -> m.need().since().isBefore(m.at()))
                    .max(LAST);
            if (last.isEmpty()) {
                own(o, since, false);
            } else {
                own(o, last.get().at(), false);
                need(last.get().need(), later(since, last.get().need().since()), above);
            }
        }
        above.remove(o.key());
    }

    /** What must end before this one can; for what was handed over, what the stages asked for before it could begin, too. */
    private Stream<Obligation> awaited(Obligation o) {
        Stream<Obligation> before = o.key().kind().equals(Kinds.ACTION)
                ? kin.steps(false).stream().filter(other -> passed.letBegin(other, o))
                : Stream.empty();
        return Stream.concat(kin.awaited(o).stream(), before);
    }

    private void owner(Key key, Instant from) {
        Optional<Obligation> step = owed.get(key).or(() -> owed.get(Keys.outcome(run)));
        if (step.isPresent()) {
            own(step.get(), from, true);
        } else {
            piece(somebody, key, true, from, cursor);
        }
    }

    /** Back to an instant, each moment to whoever held it or held what its clock waited for. */
    private void own(Obligation o, Instant from, boolean between) {
        List<Charge> charges = Waited.on(owed, o.key(), cursor);
        for (int i = charges.size() - 1; i >= 0; i--) {
            Charge charge = charges.get(i);
            piece(charge.holder(), charge.key(), between, later(from, charge.from()), cursor);
        }
        Holder first = charges.isEmpty() ? o.holder() : charges.get(0).holder();
        piece(first, o.key(), between, from, cursor);
    }

    private void piece(Holder holder, Key key, boolean between, Instant from, Instant until) {
        Instant since = later(from, start);
        if (since.isBefore(until)) {
            pieces.add(new Wait(Optional.of(holder), key, between, Cause.UNDETERMINED, since, until));
            cursor = since;
        }
    }

    private int stageAt(Instant instant) {
        int found = -1;
        for (int i = 0; i < passed.stages().size(); i++) {
            found = passed.stages().get(i).entered().isBefore(instant) ? i : found;
        }
        return found;
    }

    /** When the step began in which the walk stands: with the stage, or with its being left. */
    private Instant began(int stage) {
        Passed.Spell spell = passed.stages().get(stage);
        return spell.left().filter(l -> l.isBefore(cursor)).orElse(spell.entered());
    }

    private Key ownerAt(int stage) {
        if (stage < 0) {
            return Keys.outcome(run);
        }
        Passed.Spell spell = passed.stages().get(stage);
        boolean left = spell.left().filter(l -> l.isBefore(cursor)).isPresent();
        return left ? between(stage) : Keys.stage(run, spell.stage());
    }

    /** Who owes the next step once a stage is left: the one who hands it over, else the owner of the whole. */
    private Key between(int stage) {
        Optional<Instant> left = passed.stages().get(stage).left();
        return kin.all().stream()
                .filter(o -> o.key().kind().equals(Keys.HAND_OVER))
                .filter(o -> left.equals(Optional.of(o.since())))
                .map(Obligation::key)
                .findFirst()
                .orElse(Keys.outcome(run));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
