package care.baton.record;

import care.baton.obligation.Ending;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.obligation.Route;
import care.baton.obligation.Terms;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.pathway.Duty;
import care.baton.pathway.Field;
import care.baton.pathway.Ladder;
import care.baton.pathway.Need;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.record.Move.Effect;
import care.baton.record.Move.What;
import care.baton.time.BeforeVisits;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is owed on a run comes under the terms of another version. What was asked of somebody in a handoff keeps the
 * terms under which it was asked.
 */
final class Moving {

    static final Code MOVED = Code.of("definition-moved");

    private static final String DUTY = "duty";

    private final Desk desk;
    private final PathwayRun run;
    private final Pathway from;
    private final Pathway to;
    private final List<Effect> effects = new ArrayList<>();

    Moving(Desk desk, PathwayRun run, Pathway from, Pathway to) {
        this.desk = desk;
        this.run = run;
        this.from = from;
        this.to = to;
    }

    List<Effect> effects() {
        return effects;
    }

    void everything() {
        whole();
        Stage was = from.stage(run.stage().orElseThrow()).orElseThrow();
        Stage is = to.stage(was.code()).orElseThrow();
        if (run.gap()) {
            to.after(is.code())
                    .ifPresent(next -> terms(
                            Keys.of(run.run(), Keys.HAND_OVER, next.code()),
                            from.handoff().confirmWithin(),
                            to.handoff().confirmWithin(),
                            from.ladder(was.ladder()),
                            to.ladder(is.ladder()),
                            List.of()));
        } else {
            stage(was, is);
            was.duties().forEach(duty -> duty(is, duty));
            is.duties().stream().filter(d -> find(was, d.kind()).isEmpty()).forEach(d -> anew(is, d));
            was.fields().stream()
                    .filter(f -> is.fields().stream().noneMatch(g -> g.code().equals(f.code())))
                    .forEach(f -> gone(Keys.of(run.run(), Keys.SUPPLY, f.code())));
            is.fields().forEach(field -> field(was, is, field));
        }
        OnExpiry.moved(desk, run, from, to).forEach(key -> effect(key, What.OPENED));
        OnNotice.moved(desk, run.run(), from, to).forEach(key -> effect(key, What.OPENED));
        OnCredential.moved(desk, run).forEach(key -> effect(key, What.OPENED));
    }

    private void whole() {
        Ladder before = from.ladder(from.stages().get(0).ladder());
        Ladder after = to.ladder(to.stages().get(0).ladder());
        terms(Keys.outcome(run.run()), from.review().each(), to.review().each(), before, after, List.of());
        boolean same = from.review().equals(to.review()) && isSame(before, after);
        open(Keys.REVIEW, from.review().role().value()).filter(o -> !same).ifPresent(review -> {
            Instant due = desk.due(to.review().each());
            Key key = Keys.of(run.run(), Keys.REVIEW, to.review().role());
            Holder looks = desk.seat(to.review().role());
            Opening opening = Opening.of(key, review.parent(), looks, review.owedTo(), due, desk.route(after))
                    .recurring(to.review().each());
            replace(review, opening);
        });
    }

    private void stage(Stage was, Stage is) {
        Ladder before = from.ladder(was.ladder());
        Ladder after = to.ladder(is.ladder());
        terms(Keys.stage(run.run(), is.code()), was.due(), is.due(), before, after, is.needs(Step.CLOSE));
        Key takeUp = Keys.of(run.run(), Keys.TAKE_UP, is.code());
        terms(takeUp, was.attend(), is.attend(), before, after, List.of());
    }

    private void duty(Stage is, Duty before) {
        Optional<Duty> after = find(is, before.kind());
        Optional<Obligation> owed = open(before.kind(), DUTY);
        if (owed.isPresent() && after.isEmpty()) {
            gone(owed.get().key());
        } else if (owed.isPresent() && !after.get().role().equals(before.role())) {
            replace(owed.get(), work(is, after.get()));
        } else if (owed.isPresent()) {
            terms(
                    owed.get().key(),
                    before.due(),
                    after.get().due(),
                    from.ladder(before.ladder()),
                    to.ladder(after.get().ladder()),
                    after.get().proof());
        }
    }

    private void anew(Stage is, Duty duty) {
        if (!desk.known(run.run()).done(duty.kind())) {
            again(work(is, duty));
        }
    }

    private void field(Stage was, Stage is, Field field) {
        Optional<Obligation> owed = open(Keys.SUPPLY, field.code().value());
        boolean lacks = !desk.lacking(List.of(field.need()), run.run()).isEmpty();
        Optional<Field> before =
                was.fields().stream().filter(f -> f.code().equals(field.code())).findFirst();
        if (owed.isPresent() && !lacks) {
            desk.done(owed.get().key());
            effect(owed.get().key(), What.DONE);
        } else if (owed.isEmpty() && lacks) {
            again(chase(is, field));
        } else if (owed.isPresent() && before.isPresent()) {
            if (before.get().chaser().equals(field.chaser())) {
                terms(
                        owed.get().key(),
                        before.get().within(),
                        field.within(),
                        from.ladder(was.ladder()),
                        to.ladder(is.ladder()),
                        List.of(field.need()));
            } else {
                replace(owed.get(), chase(is, field));
            }
        }
    }

    private void terms(Key key, DueRule was, DueRule is, Ladder before, Ladder after, List<Need> proof) {
        Optional<Obligation> owed = desk.owed().get(key).filter(Obligation::isOpen);
        owed.ifPresent(o -> {
            Route route = isSame(before, after) ? o.route() : desk.route(after);
            Terms kept = Terms.of(o).with(route, proof);
            var events = (was.equals(is) ? kept : due(o, is, kept))
                    .on(desk.owed(), key, desk.now(), desk.rules().calendar());
            desk.draft().addAll(events);
            if (!events.isEmpty()) {
                effect(key, What.TERMS_CHANGED);
            }
        });
    }

    /**
     * Counted from when it was opened. Where that has passed already, what was late stays as late, and what was not is
     * given the time from now on, but never more than it had.
     */
    private Terms due(Obligation owed, DueRule rule, Terms terms) {
        Instant now = desk.now();
        Instant fresh = due(rule, owed.since(), owed.key());
        Instant fromNow = due(rule, now, owed.key());
        Instant atMost = fromNow.isBefore(owed.due()) ? fromNow : owed.due();
        Instant due = fresh.isAfter(now) ? fresh : owed.due().isAfter(now) ? atMost : owed.due();
        return rule instanceof BeforeVisits visits
                ? terms.counting(due, visits, inTime(Horizon.plus(owed.since(), visits.latest()), owed.key()))
                : terms.due(due);
    }

    private Instant due(DueRule rule, Instant at, Key key) {
        return inTime(rule.due(at, desk.rules().calendar(), desk.chart().visitStarts()), key);
    }

    private Instant inTime(Instant due, Key key) {
        return key.subject().equals(DUTY) ? OnStage.inTime(desk, run.run(), to, due) : due;
    }

    private static boolean isSame(Ladder one, Ladder other) {
        return one.rungs().equals(other.rungs()) && one.repeat().equals(other.repeat());
    }

    private Opening work(Stage is, Duty duty) {
        return OnStage.work(desk, run.run(), to, Keys.stage(run.run(), is.code()), duty, holder());
    }

    private Opening chase(Stage is, Field field) {
        return OnStage.chase(desk, run.run(), to, is, field, holder());
    }

    private Holder holder() {
        return run.owner().orElseThrow();
    }

    private void again(Opening opening) {
        Key key = free(opening.key());
        desk.owe(opening.under(key));
        effect(key, What.OPENED);
    }

    private void replace(Obligation old, Opening opening) {
        Key key = free(opening.key());
        desk.owe(opening.under(key));
        desk.draft()
                .addAll(Ending.replaced(
                        desk.owed(), old.key(), key, desk.now(), desk.rules().calendar()));
        effect(old.key(), What.REPLACED);
    }

    private void gone(Key first) {
        open(first.kind(), first.subject()).ifPresent(o -> {
            desk.release(o.key(), MOVED);
            effect(o.key(), What.RELEASED);
        });
    }

    /** The next occurrence that nothing was owed under yet. */
    private Key free(Key key) {
        Key next = key;
        while (desk.owed().get(next).isPresent()) {
            next = next.again();
        }
        return next;
    }

    private Optional<Obligation> open(Code kind, String subject) {
        return desk.owed().openOf(Keys.cause(run.run()), kind).stream()
                .filter(o -> o.key().subject().equals(subject))
                .findFirst();
    }

    private static Optional<Duty> find(Stage stage, Code kind) {
        return stage.duties().stream().filter(d -> d.kind().equals(kind)).findFirst();
    }

    private void effect(Key key, What what) {
        effects.add(new Effect(key, what));
    }
}
