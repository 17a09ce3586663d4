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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Many walks over records with one shipped pathway, from each place on its road. {@code -Dbaton.campaign=N} takes N;
 * without it there are enough to see that the walks go everywhere.
 */
final class ShippedCampaign {

    static final int WALKS = Integer.getInteger("baton.campaign", 600);
    static final boolean PRINT = Integer.getInteger("baton.campaign") != null;
    static final List<String> OUTCOMES = List.of("applied", "nothing", "refused");

    private static final int LONGEST = 40;

    private final Pathway pathway;
    private final List<Scene> places;
    private final SortedMap<String, Long> hits = new TreeMap<>();
    private long commands;
    private long applied;

    private ShippedCampaign(Pathway pathway, List<Function<Pathway, Scene>> places) {
        this.pathway = pathway;
        this.places = places.stream().map(p -> p.apply(pathway)).toList();
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
        Rulebook rules = new Rulebook(List.of(pathway), Scene.CALENDAR);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int i = 0; i < WALKS; i++) {
            SplittableRandom random = new SplittableRandom(seeds.nextLong());
            boolean unopened = random.nextInt(places.size() + 1) == 0;
            Scene scene = ShippedDeck.one(random, places);
            CoordinationRecord start = unopened ? CoordinationRecord.of(RecordId.of("record-1")) : scene.record();
            try {
                new ShippedWalk(pathway, rules, start, scene.now(), random)
                        .take(1 + random.nextInt(unopened ? 3 : LONGEST), this::count);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("walk " + i + " of seed " + seed + ": " + broken, broken);
            }
        }
    }

    private void count(String cell, String outcome) {
        hits.merge(cell + " " + outcome, 1L, Long::sum);
        commands++;
        applied += outcome.equals("applied") ? 1 : 0;
    }

    SortedMap<String, Long> hits() {
        return hits;
    }

    /** Every cell that there could be. */
    List<String> all() {
        List<String> stages = new ArrayList<>(List.of("unopened", "no-run", "closed"));
        pathway.stages().forEach(s -> stages.addAll(List.of(s.code().value(), "after-" + s.code())));
        return stages.stream()
                .flatMap(stage -> Stream.concat(ShippedDeck.KINDS.stream(), ShippedTalk.KINDS.stream())
                        .flatMap(kind -> OUTCOMES.stream().map(outcome -> stage + " " + kind + " " + outcome)))
                .toList();
    }

    /** The share of commands that were done, in percent. */
    long share() {
        return commands == 0 ? 0 : 100 * applied / commands;
    }

    String figures() {
        return pathway.id() + ": " + WALKS + " walks, " + commands + " commands, "
                + share() + " percent applied, " + hits.size() + " of "
                + all().size() + " cells met, rarest "
                + hits.values().stream().min(Long::compare).orElse(0L);
    }
}
