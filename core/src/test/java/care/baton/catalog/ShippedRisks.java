package care.baton.catalog;

import care.baton.catalog.ShippedDeck.Card;
import care.baton.note.Stated;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.Keys;
import care.baton.record.OnRisk;
import care.baton.risk.Acuity;
import care.baton.risk.Baseline;
import care.baton.risk.Established;
import care.baton.risk.Instrument;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What somebody could say about risks on a record where a shipped pathway runs. */
final class ShippedRisks {

    static final List<String> KINDS = Stream.of(RiskCommand.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .toList();

    private static final Code WHY = Code.of("seen-at-home");
    private static final Code NEVER_LISTED = Code.of("never-listed");
    private static final Instrument UNKNOWN = new Instrument(NEVER_LISTED, WHY, 0, 20, 0);
    private static final List<Code> SUBJECTS = Stream.of("reduced-appetite", "weight", "new-social-risk", "glucose")
            .map(Code::of)
            .toList();
    private static final Holder SUPERVISOR = Scene.seat("supervisor");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Risks risks;
    private final CoordinationRecord record;
    private final SplittableRandom random;

    ShippedRisks(CoordinationRecord record, SplittableRandom random) {
        this.risks = record.risks();
        this.record = record;
        this.random = random;
    }

    Card make(String kind) {
        return switch (kind) {
            case "EstablishBaseline" ->
                card(
                        SUPERVISOR,
                        new EstablishBaseline(new Baseline(subject(), Optional.empty(), Sensitive.of("usual"), WHY)));
            case "RecordObservation" -> card(SUPERVISOR, new RecordObservation(seen()));
            case "RecordScore" -> card(SUPERVISOR, new RecordScore(score()));
            case "MarkSignInError" -> error();
            case "StateAcuity" ->
                card(SUPERVISOR, new StateAcuity(ShippedDeck.one(random, List.of(Acuity.values())), WHY));
            case "DecidePattern" -> decided();
            case "NameUnmetNeed" ->
                card(SUPERVISOR, new NameUnmetNeed(Code.of("housing"), SUPERVISOR, Sensitive.of("a room")));
            default -> met();
        };
    }

    private Code subject() {
        return random.nextInt(8) == 0 ? NEVER_LISTED : ShippedDeck.one(random, SUBJECTS);
    }

    private Observation seen() {
        Code subject = subject();
        Source source = ShippedDeck.one(random, List.of(Source.STAFF, Source.FAMILY, Source.NOTE));
        Observation seen = Observation.small(subject, source, Sensitive.of("as seen"));
        return risks.baseline(subject)
                .map(Established::version)
                .filter(version -> random.nextInt(8) > 0)
                .map(seen::against)
                .orElse(seen);
    }

    private Score score() {
        return new Score(random.nextInt(8) > 0 ? Instrument.LACE : UNKNOWN, random.nextInt(20), WHY, DAY);
    }

    /** Mostly one that counts, by whoever wrote it down. */
    private Card error() {
        List<Observed> counting =
                risks.observations().stream().filter(Observed::counts).toList();
        Optional<Observed> one = counting.isEmpty() || random.nextInt(8) == 0
                ? Optional.empty()
                : Optional.of(ShippedDeck.one(random, counting));
        return card(
                one.map(Observed::by).orElse(SUPERVISOR),
                new MarkSignInError(
                        new Sign.Ref(
                                Sign.Kind.OBSERVATION, one.map(Observed::number).orElse(99)),
                        WHY));
    }

    private Card decided() {
        int number =
                risks.hypotheses().stream().map(Pattern::number).findFirst().orElse(99);
        List<Code> facts = Stream.of("person-impact", "observed-change", "medication-change", "support-summary")
                .map(Code::of)
                .filter(f -> record.chart().evidence().fact(f).isPresent())
                .toList();
        return card(
                holder(Keys.patternReview(Scene.RUN, number)),
                new DecidePattern(
                        number,
                        random.nextInt(8) == 0 ? NEVER_LISTED : Code.of("need-changed"),
                        facts,
                        new Stated.Nothing()));
    }

    private Card met() {
        int number = risks.unmet().stream().map(UnmetNeed::number).findFirst().orElse(99);
        return card(
                holder(Keys.unmetNeed(Scene.RUN, number)),
                new MeetNeed(number, new Stated.Said(Sensitive.of("a room"))));
    }

    private Holder holder(Key key) {
        return record.chart()
                .obligations()
                .get(key)
                .map(Obligation::holder)
                .map(Scene::named)
                .orElse(SUPERVISOR);
    }

    private static Card card(Holder by, RiskCommand command) {
        return new Card(by, new OnRisk(Scene.RUN, command));
    }
}
