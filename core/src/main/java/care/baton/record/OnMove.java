package care.baton.record;

import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.party.Act;
import care.baton.pathway.Change;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordEvent.RunMoved;
import java.util.List;
import java.util.Optional;

/** A run keeps its version until somebody entitled to it has seen what would change, and moves it. */
final class OnMove {

    private static final Code ONLY_ASKED = Code.of("only-asked");

    private OnMove() {}

    static void decide(Desk desk, MoveRun command) {
        Optional<PathwayRun> run = desk.openRun(command.run());
        if (run.isEmpty() || run.get().version() == command.version()) {
            return;
        }
        String path = "runs/" + command.run();
        Optional<Pathway> from = desk.definition(run.get());
        Optional<Move> move = from.flatMap(p -> moved(desk, run.get(), p, command.version(), command.reason()));
        if (move.filter(m -> !m.digest().equals(command.shown())).isPresent()) {
            desk.refuse(Reason.CONTENT_CHANGED, path + "/shown");
        }
        from.ifPresent(p -> isEntitled(desk, p, path));
    }

    /** The same work, its events not kept. */
    static Outcome<Move, Change> shown(Chart chart, Act act, Rulebook rules, Code run, int version) {
        Desk desk = new Desk(chart, act, rules);
        Falling.due(desk);
        Optional<Move> move =
                desk.openRun(run).flatMap(r -> desk.definition(r).flatMap(p -> moved(desk, r, p, version, ONLY_ASKED)));
        return move.map(m -> Outcome.applied(m, m.changes()))
                .orElseGet(() -> Outcome.refused(desk.draft().outcome().refusals()));
    }

    /** Who decides that a stage proceeds, and the role that owns the outcome. */
    private static void isEntitled(Desk desk, Pathway pathway, String path) {
        List<Code> roles = List.of(pathway.responsibilities().decides(), pathway.owner()).stream()
                .distinct()
                .toList();
        if (!roles.contains(desk.act().speaker().role())) {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, path, roles.toArray(Code[]::new));
        }
    }

    private static Optional<Move> moved(Desk desk, PathwayRun run, Pathway from, int version, Code reason) {
        String path = "runs/" + run.run();
        Optional<Pathway> target = desk.rules().pathway(from.id(), version);
        if (target.isEmpty()) {
            desk.draft().refuse(OnRun.unknown(desk.rules(), from.id(), path));
            return Optional.empty();
        }
        Pathway to = target.get();
        if (hinders(desk, run, from, to, path)) {
            return Optional.empty();
        }
        List<Change> changes = Change.between(from, to);
        Moving moving = new Moving(desk, run, from, to);
        if (from.version() != to.version()) {
            desk.happens(new RunMoved(run.run(), to.version(), to.hash(), reason, changes));
            moving.everything();
        }
        return Optional.of(new Move(run.run(), from.version(), to.version(), to.hash(), changes, moving.effects()));
    }

    /** Moving never moves what somebody holds, and never leads back to a stage that was left. */
    private static boolean hinders(Desk desk, PathwayRun run, Pathway from, Pathway to, String path) {
        Code code = run.stage().orElseThrow();
        Optional<Stage> stage = to.stage(code);
        if (!from.owner().equals(to.owner())) {
            desk.refuse(Reason.OWNER_WOULD_CHANGE, path + "/owner", to.owner());
        }
        if (stage.isEmpty()) {
            desk.refuse(Reason.NAME_UNKNOWN, path + "/stages/" + code);
            return true;
        }
        Optional<Obligation> held = desk.owed().get(Keys.stage(run.run(), code)).filter(Obligation::isOpen);
        if (held.filter(o -> !o.holder().role().equals(stage.get().owner())).isPresent()) {
            desk.refuse(
                    Reason.OWNER_WOULD_CHANGE,
                    path + "/stages/" + code + "/owner",
                    stage.get().owner());
        }
        to.stages().stream()
                .skip(to.stages().indexOf(stage.get()) + 1L)
                .filter(later -> run.left().contains(later.code()))
                .forEach(later -> desk.refuse(Reason.STAGE_ALREADY_LEFT, path + "/stages/" + later.code()));
        if (run.gap()
                && !from.after(code).map(Stage::code).equals(to.after(code).map(Stage::code))) {
            desk.refuse(Reason.STEP_NOT_OPEN, path + "/stages/" + code);
        }
        return desk.draft().isRefused();
    }
}
