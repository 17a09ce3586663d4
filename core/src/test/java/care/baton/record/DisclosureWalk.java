package care.baton.record;

import care.baton.consent.ConsentCommand.RevokeConsent;
import care.baton.consent.Purpose;
import care.baton.disclosure.Viewer;
import care.baton.evidence.Entry;
import care.baton.evidence.Grade;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A record on which people decide about sharing, tell, show and look, as a source of numbers has it. */
final class DisclosureWalk {

    private static final int STEPS = 60;

    /** A record as it stood, and the clock. */
    record Stage(CoordinationRecord record, Instant now) {}

    private final List<Stage> stages = new ArrayList<>();
    private CoordinationRecord record = CoordinationRecord.of(RecordId.of("record-1"));
    private Instant now = HomeStart.START;
    private int asked;

    private DisclosureWalk() {}

    static DisclosureWalk of(long seed) {
        DisclosureWalk walk = new DisclosureWalk();
        walk.ask(new Asked(HomeStart.PLANNER, HomeStart.opening()));
        walk.ask(new Asked(
                HomeStart.PLANNER,
                new OpenRun(HomeStart.RUN, HomeStart.pathway().id(), 1)));
        walk.ask(new Asked(HomeStart.PLANNER, HomePlans.writes(0, HomePlans.plan())));
        walk.ask(new Asked(HomeStart.PERSON, HomeConsents.allowsAll()));
        walk.ask(new Asked(HomeStart.PLANNER, HomePlans.activates(1)));
        walk.ask(new Asked(HomeStart.PERSON, new OnSharing(new RevokeConsent(1, HomePlans.WHY))));
        walk.ask(new Asked(HomeStart.NURSE, HomeStart.says(HomeStart.ROUTINES)));
        walk.ask(new Asked(HomeStart.PLANNER, HomeStart.in(OfferHandoff.firm(HomeStart.INTAKE, asked()))));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < STEPS; i++) {
            walk.now = walk.now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(9) == 0 ? 900 : 20)));
            walk.ask(walk.deal(random.nextInt(7), random.nextInt(100_000)));
            walk.stages.add(new Stage(walk.record, walk.now));
        }
        return walk;
    }

    private Asked deal(int what, int n) {
        Holder by = Dealer.pick(Dealer.SEATS, n / 3);
        return switch (what) {
            case 0 -> Sharings.deal(record.chart(), by, now, n);
            case 1 -> Showings.deal(record.chart(), by, n);
            case 2 -> Notings.deal(record.chart(), now, n);
            case 3 ->
                new Asked(
                        HomeStart.NURSE,
                        n % 5 == 0
                                ? new RaiseFlag(HomeStart.FALLS)
                                : new RecordFact(
                                        n % 2 == 0 ? HomeStart.ROUTINES : HomeStart.RISKS,
                                        Sensitive.of("w" + n),
                                        HomeStart.CHART,
                                        Grade.CONFIRMED));
            case 4 -> n % 3 == 0 ? Plannings.deal(record.chart(), now, n) : Watchings.deal(record.chart(), n / 3);
            case 5 -> new Words(record, HomeStart.HANDOFF, now, new Roll(what, n, n, Duration.ZERO)).deal();
            default -> new Asked(HomeStart.PERSON, n % 2 == 0 ? HomeConsents.allows(by) : HomeConsents.allowsAll());
        };
    }

    private static Ask asked() {
        return new Ask(
                Code.of("home-care"),
                HomeStart.WHO,
                Priority.ROUTINE,
                Sensitive.none(),
                Sensitive.of("help in the mornings"),
                List.of(),
                Optional.empty());
    }

    private void ask(Asked what) {
        Act act = Act.of(CommandId.of("c-" + asked), what.by(), Stamp.at(now));
        Outcome<CoordinationRecord, Entry> outcome =
                record.decide(what.command(), act, RecordWalk.salt(asked++), HomeStart.rules());
        record = outcome.fold(done -> done.state(), refused -> record);
    }

    /** Every fourth of what stood, and the last. */
    List<Stage> stages() {
        return Stream.iterate(3, i -> i < stages.size(), i -> i + 4)
                .map(stages::get)
                .toList();
    }

    Stage last() {
        return stages.get(stages.size() - 1);
    }

    static List<Viewer> viewers() {
        return Stream.concat(Dealer.SEATS.stream(), Stream.of(ViewTest.officer()))
                .flatMap(seat -> Stream.of(Purpose.TREATMENT, Purpose.CARE_COORDINATION, Purpose.OPERATIONS)
                        .map(purpose -> new Viewer(seat, purpose)))
                .toList();
    }
}
