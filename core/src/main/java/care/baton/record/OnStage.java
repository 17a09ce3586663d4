package care.baton.record;

import care.baton.obligation.Key;
import care.baton.obligation.Lack;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.pathway.Duty;
import care.baton.pathway.Field;
import care.baton.pathway.Holds;
import care.baton.pathway.Need;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordEvent.StageEntered;
import care.baton.record.RecordEvent.StageLeft;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From stage to stage: no stage changes hands unless its next owner has taken it over. */
final class OnStage {

    private OnStage() {}

    static void enter(Desk desk, Code run, Pathway pathway, Stage stage, Holder owner) {
        Key key = Keys.stage(run, stage.code());
        Holder leader = desk.seat(pathway.owner());
        desk.happens(new StageEntered(run, stage.code(), owner, desk.now()));
        Route route = desk.route(pathway.ladder(stage.ladder()));
        Opening whole = Opening.of(key, Optional.of(Keys.outcome(run)), owner, leader, desk.due(stage.due()), route);
        desk.owe(desk.counting(whole, stage.due()).proving(stage.needs(Step.CLOSE)));
        if (!isAttended(desk, owner)) {
            Key taken = Keys.of(run, Keys.TAKE_UP, stage.code());
            Opening take = Opening.of(taken, Optional.of(key), owner, leader, desk.due(stage.attend()), route);
            desk.owe(desk.counting(take, stage.attend()));
        }
        stage.duties().stream()
                .filter(duty -> !desk.known(run).done(duty.kind()))
                .forEach(duty -> desk.oweAgain(work(desk, run, pathway, key, duty, owner)));
        OnExpiry.entered(desk, run, pathway, stage);
        for (Field field : stage.fields()) {
            if (!desk.lacking(List.of(field.need()), run).isEmpty()) {
                desk.oweAgain(chase(desk, run, pathway, stage, field, owner));
            }
        }
    }

    /** A stage is attended as soon as a person in its owner's role is seen at work. */
    static void attended(Desk desk) {
        for (PathwayRun run : desk.chart().runs().values()) {
            if (run.isOpen()) {
                desk.owed().openOf(Keys.cause(run.run()), Keys.TAKE_UP).stream()
                        .filter(o -> isAttended(desk, o.holder()))
                        .forEach(o -> desk.done(o.key()));
            }
        }
    }

    private static boolean isAttended(Desk desk, Holder owner) {
        return desk.act().by().person().isPresent() && desk.act().by().sameRole(owner);
    }

    /** What was known and no longer counts is gone after anew. */
    static void chaseAgain(Desk desk, Code item) {
        present(
                desk,
                (run, pathway, stage) -> stage.fields().stream()
                        .filter(f -> f.code().equals(item))
                        .filter(f -> !desk.lacking(List.of(f.need()), run.run()).isEmpty())
                        .forEach(f -> desk.oweAgain(chase(
                                desk, run.run(), pathway, stage, f, run.owner().orElseThrow()))));
    }

    /** What looks at this field looks at what it said before: it is gone after anew. */
    static void chaseAfter(Desk desk, Code item) {
        Optional<Holds> after = Optional.of(new Holds.After(item));
        present(
                desk,
                (run, pathway, stage) -> stage.fields().stream()
                        .filter(f -> f.need().holds().equals(after))
                        .map(Field::code)
                        .forEach(field -> chaseAgain(desk, field)));
    }

    /** What was never so has proven nothing: work of the present stage that was done with it is owed anew. */
    static void workAgain(Desk desk, Code item) {
        present(
                desk,
                (run, pathway, stage) -> stage.duties().stream()
                        .filter(d -> desk.known(run.run()).done(d.kind()) && proves(desk, run.run(), d, item))
                        .forEach(d -> desk.oweAgain(work(
                                desk,
                                run.run(),
                                pathway,
                                Keys.stage(run.run(), stage.code()),
                                d,
                                run.owner().orElseThrow()))));
    }

    /** A run, its definition and the stage that it is at. */
    private interface AtStage {
        void see(PathwayRun run, Pathway pathway, Stage stage);
    }

    private static void present(Desk desk, AtStage each) {
        for (PathwayRun run : desk.chart().runs().values()) {
            desk.rules()
                    .of(run)
                    .ifPresent(p -> run.stage().flatMap(p::stage).ifPresent(stage -> each.see(run, p, stage)));
        }
    }

    private static boolean proves(Desk desk, Code run, Duty duty, Code item) {
        return duty.proof().stream()
                .filter(need -> need.item().equals(item))
                .anyMatch(need -> !desk.lacking(List.of(need), run).isEmpty());
    }

    static Opening work(Desk desk, Code run, Pathway pathway, Key stage, Duty duty, Holder owner) {
        Opening work = Opening.of(
                Keys.duty(run, duty.kind()),
                Optional.of(stage),
                desk.seat(duty.role()),
                owner,
                inTime(desk, run, pathway, desk.due(duty.due())),
                desk.route(pathway.ladder(duty.ladder())));
        return desk.counting(work, duty.due(), latest -> inTime(desk, run, pathway, latest))
                .proving(duty.proof());
    }

    /** Before an urgent start all decisions have one joint latest time, however long each might take alone. */
    static Instant inTime(Desk desk, Code run, Pathway pathway, Instant due) {
        return desk.chart().handoffs().values().stream()
                .filter(t -> desk.chart().places().get(t.id()).equals(Optional.of(run)))
                .flatMap(t -> t.current().stream())
                .filter(o -> o.ask().priority().isUrgent())
                .flatMap(o -> o.ask().finishBy().stream())
                .min(Comparator.naturalOrder())
                .map(start -> pathway.handoff().decideBy(due, start, desk.now()))
                .orElse(due);
    }

    /** Every field that is missing has one who goes after it, and a deadline. */
    static Opening chase(Desk desk, Code run, Pathway pathway, Stage stage, Field field, Holder owner) {
        Opening chase = Opening.of(
                Keys.of(run, Keys.SUPPLY, field.code()),
                Optional.of(Keys.stage(run, stage.code())),
                desk.seat(field.chaser()),
                owner,
                desk.due(field.within()),
                desk.route(pathway.ladder(stage.ladder())));
        return desk.counting(chase, field.within()).proving(List.of(field.need()));
    }

    static void leave(Desk desk, LeaveStage command) {
        Optional<PathwayRun> run = desk.openRun(command.run());
        Optional<Pathway> pathway = run.flatMap(desk::definition);
        Optional<Stage> stage = pathway.flatMap(p -> run.get().stage().flatMap(p::stage));
        if (stage.isEmpty()) {
            return;
        }
        Key key = Keys.stage(command.run(), stage.get().code());
        String path = "runs/" + command.run() + "/stages/" + stage.get().code();
        Optional<Obligation> held = desk.owed().get(key).filter(Obligation::isOpen);
        if (held.isEmpty() || run.get().gap()) {
            desk.refuse(Reason.STEP_NOT_OPEN, path);
            return;
        }
        desk.isHeldBySpeaker(held.get(), path);
        List<Need> needed = Stream.concat(
                        stage.get().needs(Step.CLOSE).stream(),
                        pathway.get().after(stage.get().code()).stream().flatMap(s -> s.needs(Step.OPEN).stream()))
                .distinct()
                .toList();
        desk.draft().refuseAll(hindrances(desk, command.run(), stage.get(), needed));
        if (!desk.draft().isRefused()) {
            left(desk, command.run(), pathway.get(), stage.get(), held.get().holder());
        }
    }

    private static List<Refusal> hindrances(Desk desk, Code run, Stage stage, List<Need> needed) {
        List<Refusal> lacking =
                desk.lacking(needed, run).stream().map(Lack::refusal).toList();
        List<Refusal> duties = desk.owed().openChildren(Keys.stage(run, stage.code())).stream()
                .filter(o -> stage.duties().stream()
                        .anyMatch(d -> d.kind().equals(o.key().kind())))
                .map(o -> Refusal.of(
                        Reason.DUTY_NOT_DONE,
                        o.key().kind().value(),
                        List.of(o.holder().role())))
                .toList();
        return Stream.concat(lacking.stream(), duties.stream()).distinct().toList();
    }

    private static void left(Desk desk, Code run, Pathway pathway, Stage stage, Holder holder) {
        desk.happens(new StageLeft(run, stage.code(), desk.now()));
        desk.done(Keys.stage(run, stage.code()));
        Optional<Stage> next = pathway.after(stage.code());
        if (next.isEmpty()) {
            return;
        }
        Optional<Holder> taker = taker(desk, run, next.get(), holder);
        if (taker.isPresent()) {
            enter(desk, run, pathway, next.get(), taker.get());
        } else {
            desk.owe(Opening.of(
                    Keys.of(run, Keys.HAND_OVER, next.get().code()),
                    Optional.of(Keys.outcome(run)),
                    holder,
                    desk.seat(pathway.owner()),
                    pathway.handoff()
                            .confirmWithin()
                            .due(desk.now(), desk.rules().calendar()),
                    desk.route(pathway.ladder(stage.ladder()))));
        }
    }

    /**
     * Who has taken the next stage over: the present owner, when it is the same role; else who accepted a handoff from
     * the present owner's organization or from whoever keeps the record. What others hand on among themselves moves no
     * stage; nor does a part that somebody else than the owner passes on.
     */
    private static Optional<Holder> taker(Desk desk, Code run, Stage next, Holder holder) {
        if (holder.role().equals(next.owner())) {
            return Optional.of(holder);
        }
        return desk.chart().handoffs().values().stream()
                .filter(t -> desk.chart().places().get(t.id()).equals(Optional.of(run)))
                .flatMap(t -> t.binding().stream().filter(o -> givesOn(desk, t.id(), o.sender(), holder)))
                .map(o -> o.to())
                .filter(to -> to.role().equals(next.owner()))
                .map(to -> desk.chart().team().onDuty(to, desk.now()))
                .findFirst();
    }

    static boolean givesOn(Desk desk, HandoffId handoff, Holder sender, Holder holder) {
        return desk.chart().wholes().has(handoff)
                ? sender.sameRole(holder)
                : sender.organization().equals(holder.organization()) || desk.keepsRecord(sender.organization());
    }

    /** After an acceptance: a stage that waited between two owners goes on with the one who accepted. */
    static void received(Desk desk, Code run) {
        Optional<PathwayRun> waiting = desk.chart().runs().get(run);
        Optional<Pathway> pathway = waiting.flatMap(desk.rules()::of);
        Optional<Stage> next = pathway.flatMap(p -> waiting.get().stage().flatMap(p::after));
        if (next.isPresent()) {
            Key handOver = Keys.of(run, Keys.HAND_OVER, next.get().code());
            Optional<Obligation> held = desk.owed().get(handOver).filter(Obligation::isOpen);
            Optional<Holder> taker = held.flatMap(o -> taker(desk, run, next.get(), o.holder()));
            if (taker.isPresent()) {
                desk.done(handOver);
                enter(desk, run, pathway.get(), next.get(), taker.get());
            }
        }
    }
}
