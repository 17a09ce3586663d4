package care.baton.record;

import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.RUN;

import care.baton.note.Stated;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.party.VisitId;
import care.baton.risk.Acuity;
import care.baton.risk.Baseline;
import care.baton.risk.Effort;
import care.baton.risk.Established;
import care.baton.risk.Instrument;
import care.baton.risk.Measured;
import care.baton.risk.Observation;
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
import care.baton.risk.Risks;
import care.baton.risk.Score;
import care.baton.risk.Sign;
import care.baton.risk.Source;
import care.baton.risk.UnmetNeed;
import java.util.List;
import java.util.Optional;

/** What somebody could want to say about risks, as they stand. */
final class Watchings {

    private static final Code WHY = Code.of("wrong-person");
    private static final List<Code> CONCLUSIONS =
            List.of(HomeRisks.CHANGED, HomeRisks.WORKFLOW, HomeRisks.NONE, Code.of("never-listed"));

    private final Chart chart;
    private final Risks risks;
    private final int n;

    private Watchings(Chart chart, int n) {
        this.chart = chart;
        this.risks = chart.risks();
        this.n = n;
    }

    static Asked deal(Chart chart, int n) {
        return new Watchings(chart, n).deal();
    }

    private Asked deal() {
        return switch (n % 14) {
            case 0 -> asked(LEAD, new EstablishBaseline(usual()));
            case 1 -> asked(LEAD, new StateAcuity(Acuity.values()[n / 14 % 3], Code.of("assessment")));
            case 2, 3 ->
                asked(
                        Dealer.pick(Dealer.SEATS, n / 14),
                        new RecordScore(new Score(Instrument.LACE, n / 14 % 20, Code.of("hospital"), HomeRisks.DAY)));
            case 4 -> error();
            case 5, 6, 7 -> decided();
            case 8 ->
                asked(
                        LEAD,
                        new NameUnmetNeed(
                                Code.of("housing"), Dealer.pick(Dealer.SEATS, n / 14), Sensitive.of("n" + n)));
            case 9 -> met();
            default -> asked(Dealer.pick(Dealer.SEATS, n / 14), new RecordObservation(seen()));
        };
    }

    private Baseline usual() {
        return new Baseline(
                Dealer.pick(HomeRisks.SUBJECTS, n / 14),
                n % 3 == 0 ? Optional.empty() : Optional.of(Measured.of(n % 90_000, "g")),
                Sensitive.of("usual " + n % 9),
                HomeStart.CHART);
    }

    private Observation seen() {
        Code subject = Dealer.pick(HomeRisks.SUBJECTS, n / 14);
        Optional<Integer> newest = risks.baseline(subject).map(Established::version);
        return new Observation(
                subject,
                Source.values()[n / 5 % 6],
                n % 17 == 0 ? Optional.of(1) : newest,
                n % 3 > 0,
                1 + n % 2,
                n % 3 == 0 ? Optional.of(Measured.of(n % 90_000, "g")) : Optional.empty(),
                n % 5 == 0 ? Optional.of(new Effort(n % 60, 1 + n % 5)) : Optional.empty(),
                chart.notes().get(HomeNotes.CHANGE).map(note -> note.change()).filter(c -> n % 2 == 0),
                subject.equals(HomeRisks.START_CHECK) ? Optional.of(VisitId.of("v-" + n % 4)) : Optional.empty(),
                Sensitive.of("seen " + n % 9));
    }

    private Asked error() {
        List<Observed> all = risks.observations();
        int one = 1 + n / 14 % Math.max(1, all.size());
        boolean score = n % 4 == 0;
        Holder by = score
                ? risks.scored().get(one).map(s -> s.by()).orElse(LEAD)
                : risks.observed().get(one).map(Observed::by).orElse(LEAD);
        return asked(by, new MarkSignInError(new Sign.Ref(score ? Sign.Kind.SCORE : Sign.Kind.OBSERVATION, one), WHY));
    }

    /** Mostly one that nobody has decided, by whoever owes it, on a fact that is there. */
    private Asked decided() {
        int number =
                risks.hypotheses().stream().map(Pattern::number).findFirst().orElse(1);
        List<Code> facts = List.of(HomeStart.RISKS, HomeStart.ROUTINES, HomeStart.PLAN).stream()
                .filter(f -> chart.evidence().fact(f).isPresent() || n % 19 == 0)
                .toList();
        Holder by = holder(Keys.patternReview(RUN, number));
        return asked(
                by,
                new DecidePattern(
                        number, Dealer.pick(CONCLUSIONS, n / 14 % 7), facts, new Stated.Said(Sensitive.of("done"))));
    }

    private Asked met() {
        int number = risks.unmet().stream().map(UnmetNeed::number).findFirst().orElse(1);
        return asked(
                holder(Keys.unmetNeed(RUN, number)),
                new MeetNeed(number, new Stated.Said(Sensitive.of("a room " + n % 9))));
    }

    private Holder holder(Key key) {
        return chart.obligations().get(key).map(Obligation::holder).orElse(LEAD);
    }

    private static Asked asked(Holder by, RiskCommand command) {
        return new Asked(by, new OnRisk(RUN, command));
    }
}
