package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.StageNeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether each need can be met when it is asked for: work that is open by then and done by whoever is named, a stage
 * that comes before, an approval that somebody can give. And whether work waits for itself.
 */
final class Satisfiable {

    private final Pathway.Draft pathway;
    private final List<Refusal> faults = new ArrayList<>();
    private final Map<Code, Integer> stageOf = new LinkedHashMap<>();
    private final Map<Code, Duty> duties = new LinkedHashMap<>();

    private Satisfiable(Pathway.Draft pathway) {
        this.pathway = pathway;
        for (int i = 0; i < pathway.stages().size(); i++) {
            for (Duty duty : pathway.stages().get(i).duties()) {
                stageOf.putIfAbsent(duty.kind(), i);
                duties.putIfAbsent(duty.kind(), duty);
            }
        }
    }

    static List<Refusal> faults(Pathway.Draft pathway) {
        Satisfiable satisfiable = new Satisfiable(pathway);
        for (int i = 0; i < pathway.stages().size(); i++) {
            satisfiable.stage("stages/" + i, i, pathway.stages().get(i));
        }
        int all = pathway.stages().size();
        pathway.closure().forEach(n -> satisfiable.need("closure", n, all, all));
        return satisfiable.faults;
    }

    private void stage(String path, int index, Stage stage) {
        for (Gate gate : stage.gates()) {
            for (Need need : gate.needs()) {
                need(path + "/gates/" + gate.code(), need, opened(index, gate.before()), index);
                if (need instanceof ApprovalNeed && index == 0 && gate.before() == Step.OPEN) {
                    never(path + "/gates/" + gate.code() + "/" + need.item());
                }
            }
        }
        for (Field field : stage.fields()) {
            String at = path + "/fields/" + field.code() + "/expiry/proof";
            field.expiry().ifPresent(e -> e.proof().forEach(n -> need(at, n, index, index)));
        }
        for (Duty duty : stage.duties()) {
            String at = path + "/duties/" + duty.kind();
            duty.proof().forEach(n -> need(at + "/proof", n, index, index));
            if (waitsForItself(duty)) {
                faults.add(Refusal.of(Reason.WAITS_FOR_ITSELF, at + "/proof"));
            }
        }
    }

    /** The last stage whose work is open when a stage comes to a step: its own is not before it has begun. */
    private static int opened(int stage, Step before) {
        return before == Step.OPEN ? stage - 1 : stage;
    }

    private void need(String path, Need need, int opened, int stage) {
        String at = path + "/" + need.item();
        if (need instanceof DutyNeed) {
            Integer work = stageOf.get(need.item());
            Duty duty = duties.get(need.item());
            if (work == null || duty == null || work > opened) {
                never(at);
            } else if (!need.suppliers().stream().allMatch(duty.role()::equals)) {
                faults.add(Refusal.of(Reason.DUTY_NOT_OF_ROLE, at + "/suppliers"));
            }
        }
        if (need instanceof StageNeed other && other.pathway().equals(pathway.id())) {
            boolean before = pathway.stages().stream()
                    .limit(stage)
                    .anyMatch(s -> s.code().equals(other.stage()));
            if (!before) {
                never(at);
            }
        }
    }

    private void never(String path) {
        faults.add(Refusal.of(Reason.NEVER_SATISFIED, path));
    }

    private boolean waitsForItself(Duty from) {
        Set<Code> met = new LinkedHashSet<>();
        List<Duty> ahead = new ArrayList<>(List.of(from));
        while (!ahead.isEmpty()) {
            for (Need need : ahead.remove(ahead.size() - 1).proof()) {
                if (need instanceof DutyNeed && met.add(need.item()) && duties.containsKey(need.item())) {
                    ahead.add(duties.get(need.item()));
                }
            }
        }
        return met.contains(from.kind());
    }
}
