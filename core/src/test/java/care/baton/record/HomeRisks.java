package care.baton.record;

import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.RUN;

import care.baton.note.ContactType;
import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.risk.Counted;
import care.baton.risk.Instrument;
import care.baton.risk.Lace;
import care.baton.risk.Observation;
import care.baton.risk.PatternRule;
import care.baton.risk.Proposal;
import care.baton.risk.RiskCommand;
import care.baton.risk.RiskCommand.DecidePattern;
import care.baton.risk.RiskCommand.RecordObservation;
import care.baton.risk.RiskCommand.RecordScore;
import care.baton.risk.RiskRules;
import care.baton.risk.Score;
import care.baton.risk.Source;
import care.baton.risk.Thresholds;
import care.baton.risk.Trigger;
import care.baton.risk.Trigger.Adds;
import care.baton.risk.Trigger.Each;
import care.baton.risk.Trigger.Reached;
import care.baton.risk.Trigger.Repeated;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A few rules for risks on the small pathway: the lead decides, and a pattern raises the warning that its gate knows. */
final class HomeRisks {

    static final Code APPETITE = Code.of("reduced-appetite");
    static final Code TIRED = Code.of("increased-fatigue");
    static final Code WEIGHT = Code.of("weight");
    static final Code SOCIAL = Code.of("new-social-risk");
    static final Code START_CHECK = Code.of("start-safety");
    static final List<Code> SUBJECTS = List.of(APPETITE, TIRED, WEIGHT, SOCIAL, START_CHECK);
    static final Code CHANGED = Code.of("need-changed");
    static final Code WORKFLOW = Code.of("poor-workflow");
    static final Code NONE = Code.of("no-concern");
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    static final RiskRules RULES = new RiskRules(
            List.of(Instrument.LACE, Instrument.PHQ_9),
            SUBJECTS,
            List.of(SOCIAL),
            List.of(CHANGED, WORKFLOW, NONE),
            List.of(
                    rule(
                            "changes",
                            Counted.from(Source.NOTE, Source.FAMILY, Source.MISSED_ROUTINE, Source.STAFF),
                            new Repeated(Adds.TIMES, false, 2, 1, 0, 0, List.of()),
                            Thresholds.same(2),
                            Optional.of(HomeStart.FALLS),
                            Optional.empty()),
                    rule(
                            "calls",
                            Counted.ofContacts(ContactType.FAMILY_CALL),
                            Repeated.any(Adds.TIMES),
                            new Thresholds(4, 3, 2),
                            Optional.empty(),
                            Optional.empty()),
                    rule(
                            "social",
                            Counted.about(SOCIAL),
                            new Each(),
                            Thresholds.same(1),
                            Optional.empty(),
                            Optional.empty()),
                    rule(
                            "readmission",
                            Counted.about(Instrument.LACE.code()),
                            new Reached(Instrument.LACE.code(), false, false),
                            Thresholds.same(10),
                            Optional.empty(),
                            Optional.of(Code.of("care-management")))),
            HomeStart.hours(30),
            Optional.of(START_CHECK));

    private HomeRisks() {}

    private static PatternRule rule(
            String code,
            Counted counted,
            Trigger trigger,
            Thresholds from,
            Optional<Code> flag,
            Optional<Code> drafts) {
        Proposal proposal = new Proposal(
                List.of(CHANGED, WORKFLOW),
                Code.of("look-closer"),
                LEAD.role(),
                HomeStart.hours(6),
                List.of(HomeStart.FUNDER.role()),
                flag,
                drafts);
        return new PatternRule(Code.of(code), counted, trigger, Duration.ofHours(48), from, proposal);
    }

    static OnRisk ask(RiskCommand command) {
        return new OnRisk(RUN, command);
    }

    static OnRisk sees(Code subject, Source source) {
        return sees(Observation.small(subject, source, Sensitive.of("as seen")));
    }

    static OnRisk sees(Observation observation) {
        return ask(new RecordObservation(observation));
    }

    static OnRisk lace(int points) {
        return ask(new RecordScore(new Score(Instrument.LACE, points, Code.of("hospital"), DAY)));
    }

    static OnRisk lace(Lace parts) {
        return ask(new RecordScore(parts.score(Code.of("hospital"), DAY)));
    }

    static OnRisk decides(int number, Code conclusion, Code... facts) {
        return ask(new DecidePattern(
                number, conclusion, Stream.of(facts).toList(), new Stated.Said(Sensitive.of("we look in daily"))));
    }
}
