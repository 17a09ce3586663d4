package care.baton.record;

import care.baton.escalation.Escalation;
import care.baton.evidence.Covered;
import care.baton.obligation.Discharge;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.outcome.Near;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Pathway;
import care.baton.pathway.Step;
import care.baton.pathway.Topic;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.record.RecordEvent.DecisionTaken;
import care.baton.record.RecordEvent.OutcomeValidated;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunOpened;
import java.util.List;
import java.util.Optional;

/** A pathway from its beginning to its end: decisions, work, validation, closing. */
final class OnRun {

    private static final Code RUN_CLOSED = Code.of("run-closed");

    private OnRun() {}

    static void open(Desk desk, OpenRun command) {
        String path = "runs/" + command.run();
        Optional<Pathway> found = desk.rules().pathway(command.pathway(), command.version());
        if (desk.chart().runs().has(command.run())) {
            desk.refuse(Reason.RUN_ALREADY_OPEN, path);
        }
        if (found.isEmpty()) {
            desk.draft().refuse(unknown(desk.rules(), command.pathway(), path));
            return;
        }
        Pathway pathway = found.get();
        desk.isRole(pathway.responsibilities().records(), path);
        desk.hasAll(
                pathway.stages().get(0).needs(Step.OPEN), OnChart.opening(desk.chart(), command.run(), pathway.id()));
        if (desk.draft().isRefused()) {
            return;
        }
        desk.happens(new RunOpened(
                command.run(), pathway.id(), pathway.version(), desk.rules().hash(pathway)));
        Holder owner = desk.seat(pathway.owner());
        Key outcome = Keys.outcome(command.run());
        desk.owe(Opening.of(
                outcome,
                Optional.empty(),
                owner,
                desk.seat(pathway.responsibilities().validates()),
                pathway.review().each().due(desk.now(), desk.rules().calendar()),
                desk.route(pathway.ladder(pathway.stages().get(0).ladder()))));
        desk.owe(Opening.of(
                        Keys.of(command.run(), Keys.REVIEW, pathway.review().role()),
                        Optional.of(outcome),
                        desk.seat(pathway.review().role()),
                        owner,
                        pathway.review().each().due(desk.now(), desk.rules().calendar()),
                        desk.route(pathway.ladder(pathway.stages().get(0).ladder())))
                .recurring(pathway.review().each()));
        OnStage.enter(
                desk,
                command.run(),
                pathway,
                pathway.stages().get(0),
                desk.seat(pathway.stages().get(0).owner()));
        OnNotice.opened(desk, command.run(), pathway);
        OnCredential.warn(desk);
    }

    /** The pathway is not in the rulebook; or it is, and this version is not: then the versions that are there are named. */
    static Refusal unknown(Rulebook rules, Code pathway, String path) {
        List<Code> versions = rules.pathways().stream()
                .filter(p -> p.id().equals(pathway))
                .map(Pathway::version)
                .sorted()
                .map(version -> Code.of("version-" + version))
                .toList();
        if (!versions.isEmpty()) {
            return Refusal.of(Reason.DEFINITION_UNKNOWN, path + "/version").instead(versions);
        }
        List<Code> known = rules.pathways().stream().map(Pathway::id).toList();
        return Refusal.of(Reason.DEFINITION_UNKNOWN, path + "/pathway").instead(Near.to(pathway, known));
    }

    static void decide(Desk desk, TakeDecision command) {
        Optional<PathwayRun> run = desk.openRun(command.run());
        Optional<Pathway> pathway = run.flatMap(desk::definition);
        if (pathway.isEmpty()) {
            return;
        }
        String path = "decisions/" + command.topic();
        if (command.topic().equals(DecisionGuide.PROCEED)) {
            proceed(desk, command, run.get(), pathway.get(), path);
            return;
        }
        Optional<Topic> topic = pathway.get().guide().topic(command.topic());
        if (topic.isEmpty()) {
            List<Code> topics =
                    pathway.get().guide().topics().stream().map(Topic::topic).toList();
            desk.draft().refuse(Refusal.of(Reason.TOPIC_UNKNOWN, path).instead(Near.to(command.topic(), topics)));
        } else if (desk.isRole(topic.get().owner(), path)) {
            desk.happens(new DecisionTaken(
                    command.run(), command.topic(), command.decision(), command.note(), command.cause()));
            OnNotice.decided(desk, command.run(), pathway.get(), command.topic());
        }
    }

    /** That a stage proceeds is decided by one role, and not while anything is lacking that it needs. */
    private static void proceed(Desk desk, TakeDecision command, PathwayRun run, Pathway pathway, String path) {
        desk.isRole(pathway.responsibilities().decides(), path);
        run.stage().flatMap(pathway::stage).ifPresent(stage -> desk.hasAll(stage.needs(Step.DECIDE), command.run()));
        if (!desk.draft().isRefused()) {
            desk.happens(new DecisionTaken(
                    command.run(), command.topic(), command.decision(), command.note(), command.cause()));
        }
    }

    /** The condition of a line in the guide is there: the one role that escalates takes the topic further up. */
    static void escalate(Desk desk, Code condition) {
        for (PathwayRun run : desk.chart().runs().values()) {
            desk.rules().of(run).ifPresent(pathway -> escalate(desk, run.run(), pathway, condition));
        }
    }

    private static void escalate(Desk desk, Code run, Pathway pathway, Code condition) {
        pathway.guide().topics().stream()
                .filter(t -> t.escalatesWhen().equals(condition))
                .forEach(t -> desk.oweAgain(Opening.of(
                        Keys.of(run, Keys.ESCALATE, t.topic()),
                        Optional.of(Keys.outcome(run)),
                        desk.seat(pathway.responsibilities().escalates()),
                        desk.seat(t.owner()),
                        pathway.handoff()
                                .confirmWithin()
                                .due(desk.now(), desk.rules().calendar()),
                        desk.route(pathway.ladder(pathway.handoff().ladder())))));
        OnNotice.raised(desk, run, pathway, condition);
    }

    /** What the machine itself opens and ends cannot be ticked off by hand. */
    static void fulfil(Desk desk, Fulfil command) {
        Optional<Obligation> found = desk.owed().get(command.key()).filter(Obligation::isOpen);
        String path = "obligations/" + command.key().kind();
        if (found.isEmpty()) {
            desk.refuse(Reason.NOT_OPEN, Keys.path(command.key()));
        } else if (ByHand.not(found.get())) {
            desk.refuse(Reason.STEP_NOT_OPEN, path);
        } else if (desk.isHeldBySpeaker(found.get(), path)) {
            Discharge.of(
                            desk.owed(),
                            command.key(),
                            OnChart.proving(desk.chart(), found.get()),
                            desk.now(),
                            desk.rules().calendar())
                    .fold(
                            done -> {
                                desk.draft().addAll(done.events());
                                return true;
                            },
                            no -> {
                                desk.draft().refuseAll(no);
                                return false;
                            });
        }
    }

    /** There is an outcome to look at once the last stage is reached and everything is there that the closure asks for. */
    static void validate(Desk desk, ValidateOutcome command) {
        Optional<PathwayRun> run = desk.openRun(command.run());
        Optional<Pathway> found = run.flatMap(desk::definition);
        if (found.isEmpty()) {
            return;
        }
        Pathway pathway = found.get();
        desk.isRole(pathway.responsibilities().validates(), "runs/" + command.run() + "/outcome");
        saysWho(desk, pathway);
        desk.hasAll(pathway.closure(), command.run());
        Code last = last(pathway);
        if (!run.get().stage().equals(Optional.of(last)) && !run.get().left().contains(last)) {
            Optional<Code> unmet =
                    run.get().gap() ? Optional.of(last) : run.get().stage();
            desk.refuse(Reason.STAGE_NOT_LEFT, stage(command.run(), unmet));
        }
        if (!desk.draft().isRefused()
                && validator(desk.chart(), run.get(), pathway).isEmpty()) {
            desk.happens(new OutcomeValidated(
                    command.run(), desk.act().speaker(), desk.now(), restsOn(desk.chart(), pathway)));
        }
    }

    private static Code last(Pathway pathway) {
        return pathway.stages().get(pathway.stages().size() - 1).code();
    }

    private static String stage(Code run, Optional<Code> stage) {
        return "runs/" + run + stage.map(s -> "/stages/" + s).orElse("/stages");
    }

    static void close(Desk desk, CloseRun command) {
        Optional<PathwayRun> run = desk.openRun(command.run());
        Optional<Pathway> found = run.flatMap(desk::definition);
        if (found.isEmpty()) {
            return;
        }
        Pathway pathway = found.get();
        String path = "runs/" + command.run();
        Code last = last(pathway);
        desk.isRole(pathway.responsibilities().closes(), path);
        desk.hasAll(pathway.closure(), command.run());
        if (!run.get().left().contains(last)) {
            desk.refuse(
                    Reason.STAGE_NOT_LEFT,
                    path + "/stages/" + last,
                    pathway.stages().get(pathway.stages().size() - 1).owner());
        }
        saysWho(desk, pathway);
        Optional<Holder> validator = validator(desk.chart(), run.get(), pathway);
        if (validator.isEmpty()) {
            desk.refuse(
                    Reason.OUTCOME_NOT_VALIDATED,
                    path + "/outcome",
                    pathway.responsibilities().validates());
        } else if (pathway.responsibilities().apart()
                && validator.get().person().equals(desk.act().speaker().person())) {
            desk.refuse(Reason.SAME_PERSON, path, pathway.responsibilities().closes());
        }
        for (Obligation open : desk.owed().open()) {
            if (hinders(desk.chart(), command.run(), open)) {
                desk.refuse(
                        Reason.STILL_OWED,
                        path + "/" + named(pathway, open.key()),
                        open.holder().role());
            }
        }
        if (!desk.draft().isRefused()) {
            desk.happens(new RunClosed(command.run(), desk.now()));
            desk.owed().open().stream()
                    .map(Obligation::key)
                    .filter(key -> key.cause().equals(Keys.cause(command.run())))
                    .filter(key -> OnCredential.isOfOne(desk.chart(), key))
                    .toList()
                    .forEach(key -> desk.release(key, RUN_CLOSED));
            desk.done(Keys.outcome(command.run()));
        }
    }

    /** What falls due at a date is named by the field; what else is owed is about may not be for everybody's eyes. */
    private static String named(Pathway pathway, Key key) {
        return OnExpiry.isDated(pathway, key)
                ? key.kind() + "/" + key.subject()
                : key.kind().value();
    }

    /** Where two people must do it, each says who they are: of nobody it cannot be told that they are another. */
    private static void saysWho(Desk desk, Pathway pathway) {
        if (!isKnown(desk.act().speaker(), pathway)) {
            desk.refuse(Reason.FIELD_MISSING, "act/by/person");
        }
    }

    /** Who validated the outcome as it stands: what the closure rests on has not changed since. */
    static Optional<Holder> validator(Chart chart, PathwayRun run, Pathway pathway) {
        return run.validatedBy()
                .filter(by -> isKnown(by, pathway)
                        && chart.evidence().stand(run.validatedOn())
                        && run.validatedOn().containsAll(restsOn(chart, pathway)));
    }

    private static List<Covered> restsOn(Chart chart, Pathway pathway) {
        return pathway.closure().stream()
                .flatMap(need -> chart.evidence().fact(need.item()).stream())
                .map(fact -> new Covered(fact.field(), fact.version()))
                .toList();
    }

    private static boolean isKnown(Holder who, Pathway pathway) {
        return !pathway.responsibilities().apart() || who.person().isPresent();
    }

    /**
     * Everything that serves the run hinders closing, but the outcome, its reviews, and what falls due when a credential
     * ends: whoever holds one goes on holding it when the run is over.
     */
    static boolean hinders(Chart chart, Code run, Obligation open) {
        Key outcome = Keys.outcome(run);
        boolean ofRun =
                open.key().cause().equals(Keys.cause(run)) && !open.key().equals(outcome);
        boolean ofHandoff = chart.handoffs().values().stream()
                .anyMatch(t -> t.id().value().equals(open.key().cause())
                        && chart.places().get(t.id()).equals(Optional.of(run)));
        boolean review = (open.key().kind().equals(Keys.REVIEW) && open.each().isPresent())
                || (open.key().kind().equals(Escalation.ESCALATION)
                        && (open.key().subject().startsWith(Keys.OUTCOME + ":")
                                || open.key().subject().startsWith(Keys.REVIEW + ":")));
        return (ofRun || ofHandoff) && !review && !OnCredential.isOfOne(chart, open.key());
    }
}
