package care.baton.record;

import care.baton.evidence.Covered;
import care.baton.evidence.Flag;
import care.baton.note.ContactCommand.RecordContact;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.pathway.Need;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.risk.Acuity;
import care.baton.risk.Crossing;
import care.baton.risk.Detection;
import care.baton.risk.Pattern;
import care.baton.risk.PatternRule;
import care.baton.risk.Proposal;
import care.baton.risk.RiskEvent.PatternDetected;
import care.baton.risk.Risks;
import care.baton.risk.Sign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for patterns after what may have made one: each is raised once, with somebody who owes a look at it. */
final class Watching {

    private Watching() {}

    /** As long as no run is open, nobody is there to look; it is raised once one is. */
    static void after(Desk desk, RecordCommand command) {
        boolean looks = command instanceof OnRisk || command instanceof OnContact || command instanceof OpenRun;
        if (!looks) {
            return;
        }
        if (command instanceof OpenRun) {
            desk.chart().risks().hypotheses().forEach(p -> p.detection().flag().ifPresent(f -> warn(desk, f)));
        }
        Optional<Code> asked = command instanceof OnRisk c
                ? Optional.of(c.run())
                : command instanceof OnContact c ? run(c) : Optional.empty();
        asked.filter(run -> isOpen(desk, run))
                .or(() -> desk.chart().runs().values().stream()
                        .map(PathwayRun::run)
                        .filter(run -> isOpen(desk, run))
                        .findFirst())
                .ifPresent(run -> look(desk, run));
    }

    private static Optional<Code> run(OnContact asked) {
        return asked.command() instanceof RecordContact c ? c.contact().run() : Optional.empty();
    }

    private static boolean isOpen(Desk desk, Code run) {
        return desk.chart()
                .runs()
                .get(run)
                .filter(PathwayRun::isOpen)
                .flatMap(desk.rules()::of)
                .isPresent();
    }

    private static void look(Desk desk, Code run) {
        Risks risks = desk.chart().risks();
        List<Sign> signs = Sign.of(risks, desk.chart().contacts());
        Acuity acuity = risks.acuity().orElse(Acuity.MODERATE);
        for (PatternRule rule : desk.rules().risks().patterns()) {
            for (Crossing crossing : rule.unraised(signs, acuity, desk.now(), risks.patterns())) {
                raise(desk, run, acuity, rule, crossing);
            }
        }
    }

    private static void raise(Desk desk, Code run, Acuity acuity, PatternRule rule, Crossing crossing) {
        Proposal proposal = rule.proposal();
        int number = desk.chart().risks().patterns().size() + 1;
        Holder reviewer = desk.seat(proposal.reviewer());
        List<Holder> told = proposal.tell().stream()
                .map(role -> told(desk, run, role))
                .distinct()
                .toList();
        desk.happens(new PatternDetected(
                number,
                run,
                new Detection(
                        rule.code(),
                        crossing,
                        acuity,
                        proposal.hypotheses(),
                        proposal.action(),
                        reviewer,
                        told,
                        proposal.flag(),
                        proposal.drafts())));
        Instant due = desk.due(proposal.within());
        desk.oweOnRun(run, Keys.patternReview(run, number), reviewer, desk.act().speaker(), due);
        Code pattern = Code.of("pattern-" + number);
        told.forEach(to -> desk.oweOnRun(run, Keys.notice(run, pattern, to.role()), reviewer, to, due));
        proposal.flag().ifPresent(flag -> warn(desk, flag));
    }

    /** Whoever has the role here; where nobody has, whoever owns the outcome sees that they hear of it. */
    private static Holder told(Desk desk, Code run, Code role) {
        boolean here = desk.chart().team().seatOf(role).isPresent();
        return desk.seat(
                here
                        ? role
                        : desk.chart()
                                .runs()
                                .get(run)
                                .flatMap(desk.rules()::of)
                                .map(Pathway::owner)
                                .orElse(role));
    }

    static Optional<Obligation> owed(Desk desk, Pattern pattern) {
        return desk.owed()
                .get(Keys.patternReview(pattern.run(), pattern.number()))
                .filter(Obligation::isOpen);
    }

    /** The warning stands where a pathway that runs lists it: its gates wait for whoever approves. */
    private static void warn(Desk desk, Code flag) {
        if (running(desk).stream().anyMatch(p -> p.flags().contains(flag))) {
            OnEvidence.raise(desk, new RaiseFlag(flag));
        }
    }

    /** A warning that a pattern has raised stands until somebody has decided what the pattern means. */
    static boolean isUndecided(Desk desk, Code flag) {
        List<Pattern> open = desk.chart().risks().hypotheses().stream()
                .filter(p -> p.detection().flag().equals(Optional.of(flag)))
                .filter(p -> owed(desk, p).isPresent())
                .toList();
        open.forEach(p -> desk.refuse(
                Reason.STILL_OWED,
                "runs/" + p.run() + "/" + Keys.PATTERN_REVIEW + "/" + p.number(),
                p.detection().reviewer().role()));
        return !open.isEmpty();
    }

    /** The decision is the approval that a gate waited for, where its role is the one to give it. */
    static void reviewed(Desk desk, Pattern pattern, List<Covered> evidence) {
        Optional<Flag> flag = pattern.detection()
                .flag()
                .flatMap(f -> desk.chart().evidence().flag(f))
                .filter(Flag::raised);
        boolean another = desk.chart().risks().hypotheses().stream()
                .anyMatch(p -> p.detection().flag().equals(pattern.detection().flag()));
        if (flag.isEmpty() || another) {
            return;
        }
        List<Covered> covers = new ArrayList<>(evidence);
        covers.add(new Covered(flag.get().code(), flag.get().version()));
        running(desk).stream()
                .flatMap(p -> p.needs().stream())
                .filter(need ->
                        approves(need, flag.get().code(), desk.act().speaker().role()))
                .map(Need::item)
                .distinct()
                .forEach(kind -> OnEvidence.approve(desk, new Approve(kind, covers)));
    }

    private static boolean approves(Need need, Code flag, Code role) {
        return need instanceof ApprovalNeed a
                && a.flags().contains(flag)
                && a.suppliers().contains(role);
    }

    private static List<Pathway> running(Desk desk) {
        return desk.chart().runs().values().stream()
                .filter(PathwayRun::isOpen)
                .flatMap(r -> desk.rules().of(r).stream())
                .toList();
    }
}
