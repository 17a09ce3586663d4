package care.baton.record;

import care.baton.evidence.Covered;
import care.baton.evidence.Fact;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Near;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.risk.Baseline;
import care.baton.risk.Instrument;
import care.baton.risk.Measured;
import care.baton.risk.Observed;
import care.baton.risk.Pattern;
import care.baton.risk.RiskCommand;
import care.baton.risk.RiskCommand.DecidePattern;
import care.baton.risk.RiskCommand.EstablishBaseline;
import care.baton.risk.RiskCommand.MarkSignInError;
import care.baton.risk.RiskCommand.MeetNeed;
import care.baton.risk.RiskCommand.NameUnmetNeed;
import care.baton.risk.RiskCommand.RecordObservation;
import care.baton.risk.RiskCommand.RecordScore;
import care.baton.risk.RiskCommand.StateAcuity;
import care.baton.risk.RiskEvent.AcuityStated;
import care.baton.risk.RiskEvent.BaselineEstablished;
import care.baton.risk.RiskEvent.NeedMet;
import care.baton.risk.RiskEvent.PatternDecided;
import care.baton.risk.RiskEvent.ScoreRecorded;
import care.baton.risk.RiskEvent.SignMarkedInError;
import care.baton.risk.RiskEvent.UnmetNeedNamed;
import care.baton.risk.RiskRules;
import care.baton.risk.Score;
import care.baton.risk.Scored;
import care.baton.risk.Sign;
import care.baton.risk.UnmetNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a person's risks: anybody who takes part says what they see, and who owns a pattern decides it. */
final class OnRisks {

    private OnRisks() {}

    static void decide(Desk desk, OnRisk asked) {
        if (desk.openRun(asked.run()).flatMap(desk::definition).isEmpty()) {
            return;
        }
        RiskCommand command = asked.command();
        if (command instanceof EstablishBaseline c) {
            baseline(desk, c.baseline());
        } else if (command instanceof RecordObservation c) {
            Observing.write(desk, asked.run(), c.observation());
        } else if (command instanceof RecordScore c) {
            score(desk, c.score());
        } else if (command instanceof MarkSignInError c) {
            error(desk, c);
        } else if (command instanceof StateAcuity c) {
            desk.happens(new AcuityStated(c.acuity(), c.source()));
        } else if (command instanceof DecidePattern c) {
            decide(desk, c);
        } else if (command instanceof NameUnmetNeed c) {
            need(desk, asked.run(), c);
        } else {
            met(desk, (MeetNeed) command);
        }
    }

    private static void baseline(Desk desk, Baseline baseline) {
        Code subject = baseline.subject();
        String path = "baselines/" + subject;
        isListed(desk, subject, desk.rules().risks().subjects(), path);
        isPast(desk, path);
        isComparable(desk, subject, baseline.measured(), path);
        if (!desk.draft().isRefused()) {
            int version = desk.chart()
                            .risks()
                            .established()
                            .get(subject)
                            .map(all -> all.size())
                            .orElse(0)
                    + 1;
            desk.happens(new BaselineEstablished(version, baseline));
        }
    }

    private static void score(Desk desk, Score score) {
        int number = desk.chart().risks().scores().size() + 1;
        String path = "scores/" + number;
        RiskRules rules = desk.rules().risks();
        if (!rules.instruments().contains(score.instrument())) {
            List<Code> known =
                    rules.instruments().stream().map(Instrument::code).toList();
            desk.draft()
                    .refuse(Refusal.of(Reason.NAME_UNKNOWN, path + "/instrument")
                            .instead(Near.to(score.instrument().code(), known)));
        }
        isPast(desk, path);
        if (score.date().isAfter(desk.today())) {
            desk.refuse(Reason.IN_THE_FUTURE, path + "/date");
        }
        if (!desk.draft().isRefused()) {
            desk.happens(new ScoreRecorded(number, score));
        }
    }

    /** What was said to have been seen was seen by now. */
    static void isPast(Desk desk, String path) {
        if (desk.act().told().filter(at -> at.isAfter(desk.now())).isPresent()) {
            desk.refuse(Reason.IN_THE_FUTURE, path + "/occurredAt");
        }
    }

    /** A figure that is held against a threshold stands in the unit in which that is read. */
    static void isComparable(Desk desk, Code subject, Optional<Measured> measured, String path) {
        List<Code> units = desk.rules().risks().units(subject);
        if (!units.isEmpty() && measured.filter(m -> !units.contains(m.unit())).isPresent()) {
            desk.draft()
                    .refuse(Refusal.of(Reason.NAME_UNKNOWN, path + "/measured/unit")
                            .instead(units));
        }
    }

    static void isListed(Desk desk, Code said, List<Code> listed, String path) {
        if (!listed.contains(said)) {
            desk.draft().refuse(Refusal.of(Reason.NAME_UNKNOWN, path).instead(Near.to(said, listed)));
        }
    }

    private static void error(Desk desk, MarkSignInError command) {
        int number = command.what().number();
        Optional<Holder> by =
                switch (command.what().kind()) {
                    case OBSERVATION ->
                        desk.chart()
                                .risks()
                                .observed()
                                .get(number)
                                .filter(Observed::counts)
                                .map(Observed::by);
                    case SCORE ->
                        desk.chart()
                                .risks()
                                .scored()
                                .get(number)
                                .filter(Scored::counts)
                                .map(Scored::by);
                    case CONTACT -> Optional.empty();
                };
        String path = (command.what().kind() == Sign.Kind.SCORE ? "scores/" : "observations/") + number;
        if (by.isEmpty()) {
            desk.refuse(Reason.OBSERVATION_UNKNOWN, path);
        } else if (!by.get().sameRole(desk.act().speaker())) {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, path, by.get().role());
        } else {
            desk.happens(new SignMarkedInError(command.what(), command.reason()));
        }
    }

    /** It rests on facts as they stand; what a gate waited for is approved in the same breath. */
    private static void decide(Desk desk, DecidePattern command) {
        String path = "patterns/" + command.number();
        Optional<Pattern> found = desk.chart().risks().found().get(command.number());
        if (found.isEmpty()) {
            desk.refuse(Reason.PATTERN_UNKNOWN, path);
            return;
        }
        Pattern pattern = found.get();
        Optional<Obligation> owed = Watching.owed(desk, pattern);
        if (!pattern.isHypothesis() || owed.isEmpty()) {
            desk.refuse(Reason.STEP_NOT_OPEN, path);
            return;
        }
        desk.isHeldBySpeaker(owed.get(), path);
        isListed(desk, command.conclusion(), desk.rules().risks().conclusions(), path + "/conclusion");
        if (command.facts().isEmpty()) {
            desk.refuse(Reason.FIELD_MISSING, path + "/evidence");
        }
        List<Covered> evidence = new ArrayList<>();
        for (Code field : command.facts()) {
            Optional<Fact> fact = desk.chart().evidence().fact(field);
            fact.ifPresent(f -> evidence.add(new Covered(field, f.version())));
            if (fact.isEmpty()) {
                desk.refuse(Reason.FACT_UNKNOWN, path + "/evidence/" + field);
            }
        }
        if (!desk.draft().isRefused()) {
            desk.happens(new PatternDecided(
                    command.number(), command.conclusion(), List.copyOf(evidence), command.action()));
            desk.done(owed.get().key());
            Watching.reviewed(desk, pattern, evidence);
        }
    }

    private static void need(Desk desk, Code run, NameUnmetNeed command) {
        int number = desk.chart().risks().named().size() + 1;
        desk.happens(new UnmetNeedNamed(number, run, command.need(), command.owner(), command.words()));
        desk.oweOnRun(
                run,
                Keys.unmetNeed(run, number),
                Gone.present(desk, command.owner()),
                desk.act().speaker(),
                desk.due(desk.rules().risks().needWithin()));
    }

    private static void met(Desk desk, MeetNeed command) {
        String path = "needs/" + command.number();
        Optional<UnmetNeed> need =
                desk.chart().risks().named().get(command.number()).filter(UnmetNeed::isOpen);
        Optional<Obligation> owed = need.flatMap(
                n -> desk.owed().get(Keys.unmetNeed(n.run(), n.number())).filter(Obligation::isOpen));
        if (need.isEmpty() || owed.isEmpty()) {
            desk.refuse(Reason.NEED_UNKNOWN, path);
        } else if (desk.isHeldBySpeaker(owed.get(), path)) {
            desk.happens(new NeedMet(command.number(), command.how()));
            desk.done(owed.get().key());
        }
    }
}
