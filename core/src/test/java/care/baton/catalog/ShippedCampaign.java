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

/**
 * Many walks over records with one shipped pathway, from each place on its road and from where other walks had come to
 * just before something rare. {@code -Dbaton.campaign=N} takes N;
 * without it there are enough to see that the walks go everywhere.
 */
final class ShippedCampaign {

    static final int WALKS = Integer.getInteger("baton.campaign", 600);
    static final boolean PRINT = Integer.getInteger("baton.campaign") != null;
    private static final int LONGEST = 40;
    private static final int SHORTEST = 6;

    private final Pathway pathway;
    private final List<Scene> places;
    private final List<String> stages;
    private final Aim aim = new Aim(cell -> !Unreachable.is(cell));

    private ShippedCampaign(Pathway pathway, List<Function<Pathway, Scene>> places) {
        this.pathway = pathway;
        this.places = places.stream().map(p -> p.apply(pathway)).toList();
        this.stages = this.places.stream()
                .map(place -> ShippedWalk.stage(place.record(), pathway))
                .toList();
    }

    static ShippedCampaign ofTheReferral() {
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
                                .does("case-manager", new LeaveStage(Scene.RUN))));
    }

    static ShippedCampaign ofTheCoordination() {
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
                        p -> knowing(DischargeRoad.validated(p), p)));
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
        return scene.does(supervisor, new RaiseFlag(flag))
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
                Optional.empty());
        return knowing(scene, pathway)
                .does("case-manager", Scene.in(offer))
                .does("scheduler", Scene.in(ReferralRoad.answer(new Answer.Accept())));
    }

    void walk(long seed) {
        Rulebook rules = new Rulebook(List.of(pathway, later(pathway)), Scene.CALENDAR);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int i = 0; i < WALKS; i++) {
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

    /** Every cell that there could be. */
    List<String> all() {
        List<String> everywhere = new ArrayList<>(List.of("unopened", "no-run", "closed"));
        pathway.stages().forEach(s -> everywhere.addAll(List.of(s.code().value(), "after-" + s.code())));
        return Aim.all(everywhere);
    }

    /** The share of commands that were done, in percent. */
    long share() {
        long applied = hits().entrySet().stream()
                .filter(e -> e.getKey().endsWith(" applied"))
                .mapToLong(e -> e.getValue())
                .sum();
        return commands() == 0 ? 0 : 100 * applied / commands();
    }

    private long commands() {
        return hits().values().stream().mapToLong(n -> n).sum();
    }

    String figures() {
        return pathway.id() + ": " + WALKS + " walks, " + commands() + " commands, "
                + share() + " percent applied, " + hits().size() + " of "
                + all().size() + " cells met, rarest "
                + hits().values().stream().min(Long::compare).orElse(0L);
    }
}
