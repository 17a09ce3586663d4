package care.baton.store;

import static care.baton.store.Cast.INTAKE;
import static care.baton.store.Cast.LEAD;
import static care.baton.store.Cast.MANAGER;
import static care.baton.store.Cast.SUPERVISOR;

import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.record.OnRisk;
import care.baton.risk.Acuity;
import care.baton.risk.Baseline;
import care.baton.risk.Effort;
import care.baton.risk.Instrument;
import care.baton.risk.Measured;
import care.baton.risk.Observation;
import care.baton.risk.RiskCommand;
import care.baton.risk.RiskCommand.DecidePattern;
import care.baton.risk.RiskCommand.EstablishBaseline;
import care.baton.risk.RiskCommand.MarkSignInError;
import care.baton.risk.RiskCommand.MeetNeed;
import care.baton.risk.RiskCommand.NameUnmetNeed;
import care.baton.risk.RiskCommand.RecordObservation;
import care.baton.risk.RiskCommand.RecordScore;
import care.baton.risk.RiskCommand.StateAcuity;
import care.baton.risk.Score;
import care.baton.risk.Sign;
import care.baton.risk.Source;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What is seen in the episode of care that may together mean a risk, and what is decided about it. */
final class Observing {

    private static final Code WEIGHT = Code.of("weight");
    private static final Code APPETITE = Code.of("reduced-appetite");
    private static final Code SOURCE = Code.of("chart");

    private Observing() {}

    static List<Script.Line> lines(IntFunction<Sensitive> words) {
        Score lace = new Score(Instrument.LACE, 11, Code.of("hospital"), LocalDate.of(2026, 3, 2));
        Sign.Ref wrong = new Sign.Ref(Sign.Kind.OBSERVATION, 1);
        Code date = Code.of("discharge-date");
        return List.of(
                line(SUPERVISOR, new StateAcuity(Acuity.HIGH, SOURCE)),
                line(
                        MANAGER,
                        new EstablishBaseline(
                                new Baseline(WEIGHT, Optional.of(Measured.of(71_500, "g")), words.apply(32), SOURCE))),
                line(INTAKE, new RecordObservation(weighed(words.apply(33)))),
                line(INTAKE, new MarkSignInError(wrong, Code.of("wrong-person"))),
                line(INTAKE, new RecordObservation(Observation.small(APPETITE, Source.STAFF, words.apply(34)))),
                line(LEAD, new RecordObservation(Observation.small(APPETITE, Source.FAMILY, words.apply(35)))),
                line(
                        SUPERVISOR,
                        new DecidePattern(1, Code.of("need-changed"), List.of(date), new Stated.Said(words.apply(36)))),
                line(LEAD, new RecordScore(lace)),
                line(SUPERVISOR, new DecidePattern(2, Code.of("no-concern"), List.of(date), new Stated.Nothing())),
                line(MANAGER, new NameUnmetNeed(Code.of("meals"), INTAKE, words.apply(37))),
                line(INTAKE, new MeetNeed(1, new Stated.Said(words.apply(38)))));
    }

    private static Observation weighed(Sensitive words) {
        return new Observation(
                WEIGHT,
                Source.METRIC,
                Optional.of(1),
                true,
                1,
                Optional.of(Measured.of(72_000, "g")),
                Optional.of(new Effort(5, 2)),
                Optional.empty(),
                Optional.empty(),
                words);
    }

    private static Script.Line line(Holder by, RiskCommand command) {
        return new Script.Line(Duration.ZERO, by, new OnRisk(Code.of("run-1"), command));
    }
}
