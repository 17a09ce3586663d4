package care.baton.record;

import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Check;
import care.baton.plan.Conflict;
import care.baton.plan.Plan;
import care.baton.plan.PlanCommand;
import care.baton.plan.PlanCommand.ActivatePlan;
import care.baton.plan.PlanCommand.ClearObstacle;
import care.baton.plan.PlanCommand.EnterPhase;
import care.baton.plan.PlanCommand.NameObstacle;
import care.baton.plan.PlanCommand.RecordEngagement;
import care.baton.plan.PlanCommand.RecordHuddle;
import care.baton.plan.PlanCommand.WritePlan;
import care.baton.plan.PlanEvent.PhaseEntered;
import care.baton.plan.PlanEvent.PlanActivated;
import care.baton.plan.PlanEvent.PlanWritten;
import care.baton.plan.Protocol;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A plan from its first version on: written, activated, phase by phase. Nobody overwrites what they have not seen. */
final class OnPlans {

    private OnPlans() {}

    static void decide(Desk desk, InPlan asked) {
        Optional<Plan> found = desk.chart().plans().get(asked.plan());
        PlanCommand command = asked.command();
        if (command instanceof WritePlan c) {
            write(desk, asked.plan(), found, c);
        } else if (found.isEmpty()) {
            desk.refuse(Reason.PLAN_UNKNOWN, path(asked.plan()));
        } else if (desk.openRun(found.get().run()).flatMap(desk::definition).isPresent()) {
            about(desk, found.get(), command);
        }
    }

    static String path(Code plan) {
        return "plans/" + plan;
    }

    private static void about(Desk desk, Plan plan, PlanCommand command) {
        if (command instanceof ActivatePlan c) {
            activate(desk, plan, c);
        } else if (command instanceof EnterPhase c) {
            enter(desk, plan, c);
        } else if (command instanceof RecordEngagement c) {
            OnTogether.engaged(desk, plan, c.engagement());
        } else if (command instanceof NameObstacle c) {
            OnTogether.named(desk, plan, c.obstacle());
        } else if (command instanceof ClearObstacle c) {
            OnTogether.cleared(desk, plan, c);
        } else if (command instanceof RecordHuddle c) {
            OnTogether.huddle(desk, plan, c.huddle());
        } else {
            OnActivities.decide(desk, plan, command);
        }
    }

    private static void write(Desk desk, Code code, Optional<Plan> found, WritePlan command) {
        if (desk.openRun(command.run()).flatMap(desk::definition).isEmpty()) {
            return;
        }
        String path = path(code);
        int newest = found.map(p -> p.versions().size()).orElse(0);
        if (found.filter(p -> !p.run().equals(command.run())).isPresent()) {
            desk.refuse(Reason.PLAN_OF_ANOTHER_RUN, path);
            return;
        }
        if (command.on() != newest) {
            overtaken(desk, path, found, command.on());
            return;
        }
        for (Refusal fault : Check.faults(command.content())) {
            desk.draft()
                    .refuse(new Refusal(
                            fault.code(), path + "/" + fault.path(), fault.roles(), fault.at(), fault.names()));
        }
        Optional<Protocol> protocol = protocol(desk.rules(), command.content());
        if (protocol.isEmpty()) {
            desk.refuse(Reason.DEFINITION_UNKNOWN, path + "/protocol");
        }
        if (!desk.draft().isRefused()) {
            desk.happens(new PlanWritten(
                    code,
                    command.run(),
                    newest + 1,
                    protocol.orElseThrow().phases(),
                    command.content(),
                    command.reason()));
        }
    }

    /** It was made on a version that is not the newest: what has changed since is named, part by part. */
    private static void overtaken(Desk desk, String path, Optional<Plan> found, int on) {
        desk.refuse(Reason.CONTENT_CHANGED, path + "/version");
        found.ifPresent(plan -> plan.versions().get(on).ifPresent(seen -> {
            PlanConsents consents = new PlanConsents(desk, plan);
            Check.changed(seen.content(), plan.newest().content()).stream()
                    .filter(consents::mayBeNamed)
                    .forEach(part -> desk.refuse(
                            Reason.CONTENT_CHANGED,
                            path + "/" + part,
                            plan.newest().by().role()));
        }));
    }

    static Optional<Protocol> protocol(Rulebook rules, CarePlan plan) {
        return rules.protocols().stream()
                .filter(p -> p.id().equals(plan.protocol()) && p.version() == plan.protocolVersion())
                .findFirst();
    }

    private static void activate(Desk desk, Plan plan, ActivatePlan command) {
        String path = path(plan.code());
        if (command.version() != plan.newest().number()) {
            desk.refuse(Reason.CONTENT_CHANGED, path + "/version");
            return;
        }
        if (plan.active().equals(Optional.of(command.version()))) {
            desk.refuse(Reason.STEP_NOT_OPEN, path);
            return;
        }
        CarePlan content = plan.newest().content();
        new PlanConsents(desk, plan).check(content);
        PlanDuties duties = new PlanDuties(desk, plan);
        content.activities().stream().filter(a -> plan.state(a.code()).isOpen()).forEach(duties::check);
        content.activities().stream()
                .filter(a -> !plan.state(a.code()).isOpen())
                .filter(a -> activity(plan, a.code())
                        .filter(was -> !isSameWork(was, a))
                        .isPresent())
                .forEach(a -> desk.refuse(Reason.CONTENT_CHANGED, path + "/activities/" + a.code()));
        Optional<Protocol> protocol = protocol(desk.rules(), content);
        if (protocol.isEmpty()) {
            desk.refuse(Reason.DEFINITION_UNKNOWN, path + "/protocol");
        }
        protocol.map(p -> Check.unexplained(content, p))
                .orElse(Collections.emptyList())
                .forEach(kind -> desk.refuse(Reason.FIELD_MISSING, path + "/deviations/" + kind));
        List<Conflict> conflicts = content.conflicts();
        if (command.despite().isEmpty()) {
            conflicts.forEach(c -> desk.refuse(
                    Reason.ACTIVITY_CONFLICTS, path + "/activities/" + c.activity() + "/" + c.preference()));
        }
        if (!desk.draft().isRefused()) {
            duties.superseded(content);
            desk.happens(new PlanActivated(plan.code(), command.version(), conflicts, command.despite()));
            content.activities().stream()
                    .filter(a -> plan.state(a.code()).isOpen())
                    .forEach(duties::open);
        }
    }

    /** What was done of one thing says nothing of another of the same name. */
    private static boolean isSameWork(Activity was, Activity is) {
        return was.kind().equals(is.kind())
                && was.subject().equals(is.subject())
                && was.purpose().equals(is.purpose())
                && was.owner().map(Holder::organization).equals(is.owner().map(Holder::organization))
                && was.owner().map(Holder::role).equals(is.owner().map(Holder::role));
    }

    /** The next phase begins by itself; any other, with a reason. */
    private static void enter(Desk desk, Plan plan, EnterPhase command) {
        String path = path(plan.code()) + "/phases/" + command.phase();
        List<Code> phases = plan.current()
                .flatMap(v -> protocol(desk.rules(), v.content()))
                .map(Protocol::phases)
                .orElse(plan.phases());
        int to = phases.indexOf(command.phase());
        if (to < 0) {
            desk.draft().refuse(Refusal.of(Reason.NAME_UNKNOWN, path).instead(phases));
            return;
        }
        int next = plan.phase().map(phases::indexOf).orElse(-1) + 1;
        if (to == next - 1) {
            desk.refuse(Reason.STEP_NOT_OPEN, path);
        } else if (to != next && command.reason().isEmpty()) {
            desk.refuse(Reason.FIELD_MISSING, path + "/reason");
        } else {
            List<Code> skipped = to > next ? phases.subList(next, to) : Collections.emptyList();
            desk.happens(new PhaseEntered(plan.code(), command.phase(), skipped, command.reason()));
        }
    }

    static Optional<Activity> activity(Plan plan, Code activity) {
        return plan.current().flatMap(v -> v.content().activity(activity));
    }
}
