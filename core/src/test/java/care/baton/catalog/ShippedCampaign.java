package care.baton.catalog;

import care.baton.evidence.Covered;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.outcome.Code;
import care.baton.party.RecordId;
import care.baton.pathway.Need;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Many walks over records with one shipped pathway, from each place on its road and from where other walks had come to
 * just before something rare, until so many commands were given.
 */
final class ShippedCampaign {

    private static final List<OutlinedRoad> ROADS = List.of(
            new MedicationChangeTest(),
            new ServiceChangeTest(),
            new EmergingRiskTest(),
            new ServiceBoundaryTest(),
            new UnderAuthorizedTest(),
            new FundingReviewTest(),
            new TransitionTest(),
            new LoadReviewOfAMedicationChangeTest(),
            new LoadReviewOfAChangedNeedTest(),
            new HomeHealthTest(),
            new BehavioralHealthTest(),
            new ChronicDiseaseTest(),
            new PediatricTest(),
            new CaseManagerContactTest(),
            new QualityFollowUpTest());

    private static final int LONGEST = 40;
    private static final int SHORTEST = 6;

    private final Pathway pathway;
    private final List<Scene> places;
    private final List<String> stages;
    private int walks;
    private final Unreachable unreachable;
    private final Aim aim;

    /** From these places, the last of which has nothing beside it, so that its run can be closed. */
    private ShippedCampaign(Pathway pathway, List<Function<Pathway, Scene>> places) {
        this.pathway = pathway;
        this.unreachable = Unreachable.on(pathway);
        this.aim = new Aim(cell -> !unreachable.is(cell));
        this.places = places.stream().map(p -> p.apply(pathway)).toList();
        for (int i = 0; i < this.places.size() - 1; i++) {
            ShippedBeside.road(this.places.get(i), i % 5);
        }
        this.stages = this.places.stream()
                .map(place -> ShippedWalk.stage(place.record(), pathway))
                .toList();
    }

    /** One for each shipped pathway. */
    static List<ShippedCampaign> ofAll() {
        return Stream.concat(
                        Stream.of(ofTheReferral(), ofTheCoordination()),
                        ROADS.stream().map(ShippedCampaign::of))
                .toList();
    }

    private static ShippedCampaign of(OutlinedRoad road) {
        List<Function<Pathway, Scene>> places = new ArrayList<>(List.of(p -> Scene.of(p), p -> road.known()));
        for (int n = 0; n <= road.last(); n++) {
            int stage = n;
            places.addAll(List.of(p -> road.at(stage), p -> road.complete(stage), p -> knowing(road.at(stage), p)));
        }
        places.addAll(List.of(
                p -> road.left(),
                p -> road.validated(),
                p -> road.validated().does(road.part("closes"), new CloseRun(Scene.RUN)),
                p -> road.validated()));
        return new ShippedCampaign(road.pathway, places);
    }

    private static ShippedCampaign ofTheReferral() {
        return new ShippedCampaign(
                Referral.handoff(),
                List.of(
                        Scene::of,
                        ReferralRoad::opened,
                        ReferralRoad::profiled,
                        ReferralRoad::offered,
                        ReferralRoad::submitted,
                        ReferralRoad::inPreparation,
                        ReferralRoad::prepared,
                        ReferralRoad::inStart,
                        ReferralRoad::ready,
                        ReferralRoad::started,
                        ReferralRoad::inOutcome,
                        ReferralRoad::reported,
                        ReferralRoad::validated,
                        p -> ReferralRoad.validated(p).does("case-management-lead", new CloseRun(Scene.RUN)),
                        p -> knowing(ReferralRoad.offered(p), p),
                        p -> knowing(ReferralRoad.inPreparation(p), p),
                        p -> knowing(ReferralRoad.inStart(p), p),
                        p -> knowing(ReferralRoad.inOutcome(p), p),
                        p -> elsewhere(ReferralRoad.profiled(p), p),
                        p -> elsewhere(ReferralRoad.profiled(p), p)
                                .says("case-manager", "person-impact")
                                .does("case-manager", new LeaveStage(Scene.RUN)),
                        ReferralRoad::validated));
    }

    private static ShippedCampaign ofTheCoordination() {
        return new ShippedCampaign(
                PostDischarge.coordination(),
                List.of(
                        DischargeRoad::known,
                        DischargeRoad::opened,
                        DischargeRoad::found,
                        DischargeRoad::inCoordination,
                        DischargeRoad::threaded,
                        DischargeRoad::planned,
                        DischargeRoad::inStabilization,
                        DischargeRoad::stable,
                        DischargeRoad::validated,
                        p -> DischargeRoad.validated(p).does("supervisor", new CloseRun(Scene.RUN)),
                        p -> knowing(DischargeRoad.found(p), p),
                        p -> knowing(DischargeRoad.inStabilization(p), p),
                        p -> knowing(DischargeRoad.validated(p), p),
                        DischargeRoad::validated));
    }

    /** All that anybody could say has been said. */
    private static Scene knowing(Scene scene, Pathway pathway) {
        for (Need need : pathway.needs()) {
            if (need instanceof Need.FieldNeed field) {
                scene.knows(field.suppliers().get(0).value(), field.item().value());
            }
        }
        String supervisor = "supervisor";
        Code flag = Code.of("medication-uncertainty");
        return !pathway.flags().contains(flag)
                ? scene
                : scene.does(supervisor, new RaiseFlag(flag))
                        .does(supervisor, new Approve(Code.of("supervisor-approval"), List.of(new Covered(flag, 1))));
    }

    /** Taken over by somebody who owns no stage, with everything known. */
    private static Scene elsewhere(Scene scene, Pathway pathway) {
        OfferHandoff offer = new OfferHandoff(
                OfferKind.FIRM,
                Scene.seat("scheduler"),
                ReferralRoad.ASK,
                Optional.of(ReferralRoad.SBAR),
                Arbiter.RECORD,
                Optional.empty(),
                Optional.empty());
        return knowing(scene, pathway)
                .does("case-manager", Scene.in(offer))
                .does("scheduler", Scene.in(ReferralRoad.answer(new Answer.Accept())));
    }

    Pathway pathway() {
        return pathway;
    }

    /** So many commands, and up to so many while a cell was not met often enough; and those that end the last walk. */
    void walk(long seed, long commands, long most) {
        Rulebook rules = new Rulebook(List.of(pathway, later(pathway)), Scene.CALENDAR);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (walks = 0; aim.count() < commands || (aim.count() < most && aim.lacks()); walks++) {
            int i = walks;
            SplittableRandom random = new SplittableRandom(seeds.nextLong());
            Optional<Aim.Kept> again = random.nextInt(4) > 0 ? aim.again(random) : Optional.empty();
            boolean unopened = random.nextInt(places.size() + 1) == 0;
            Scene scene = places.get(random.nextBoolean() ? random.nextInt(places.size()) : aim.stage(random, stages));
            CoordinationRecord start = unopened ? CoordinationRecord.of(RecordId.of("record-1")) : scene.record();
            try {
                new ShippedWalk(
                                pathway,
                                rules,
                                again.map(Aim.Kept::record).orElse(start),
                                again.map(Aim.Kept::now).orElse(scene.now()),
                                random,
                                aim,
                                i)
                        .take(
                                1 + random.nextInt(again.isPresent() ? SHORTEST : unopened ? 3 : LONGEST),
                                again.map(Aim.Kept::kind));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("walk " + i + " of seed " + seed + ": " + broken, broken);
            }
        }
    }

    /** The same under the next version, so that a run can be moved. */
    private static Pathway later(Pathway p) {
        return new Pathway(
                p.id(),
                p.version() + 1,
                p.title(),
                p.owner(),
                p.roles(),
                p.responsibilities(),
                p.stages(),
                p.ladders(),
                p.handoff(),
                p.guide(),
                p.review(),
                p.closure(),
                p.flags(),
                p.waivers(),
                p.notices(),
                p.evidence());
    }

    SortedMap<String, Long> hits() {
        return aim.hits();
    }

    /** Every cell that can be met. */
    List<String> open() {
        List<String> everywhere = new ArrayList<>(List.of("unopened", "no-run", "closed"));
        pathway.stages().forEach(s -> everywhere.addAll(List.of(s.code().value(), "after-" + s.code())));
        return Aim.all(everywhere).stream().filter(c -> !unreachable.is(c)).toList();
    }

    /** How many commands were done. */
    long applied() {
        return hits().entrySet().stream()
                .filter(e -> e.getKey().endsWith(" applied"))
                .mapToLong(e -> e.getValue())
                .sum();
    }

    long commands() {
        return aim.count();
    }

    String figures() {
        long rarest = hits().values().stream().min(Long::compare).orElse(0L);
        long often = hits().values().stream().filter(n -> n >= Aim.ENOUGH).count();
        return pathway.id() + ": " + walks + " walks, " + commands() + " commands, " + 100 * applied() / commands()
                + " percent applied, " + hits().size() + " cells met, rarest " + rarest + ", " + often
                + " at least 1,000 times";
    }
}
