package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.DutyNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a definition can be run: nothing dangling, nothing twice, nothing that waits for itself. */
record Soundness(
        int version,
        Code owner,
        List<RoleDescription> roles,
        Responsibilities responsibilities,
        List<Stage> stages,
        List<Ladder> ladders,
        HandoffTerms handoff,
        DecisionGuide guide,
        ReviewPoint review,
        List<Need> closure,
        List<Code> flags,
        List<Waivable> waivers,
        List<Notice> notices) {

    /** A decision of this kind can only be taken on the funder's side. */
    static final Code AUTHORIZATION = Code.of("authorization");

    List<Refusal> faults() {
        List<Refusal> faults = new ArrayList<>();
        if (version < 1) {
            faults.add(Refusal.of(Reason.VALUE_MALFORMED, "version"));
        }
        if (stages.isEmpty()) {
            faults.add(Refusal.of(Reason.FIELD_MISSING, "stages"));
        }
        if (closure.isEmpty()) {
            faults.add(Refusal.of(Reason.FIELD_MISSING, "closure"));
        }
        twice(faults, "roles", roles.stream().map(RoleDescription::code).toList());
        twice(faults, "stages", stages.stream().map(Stage::code).toList());
        twice(faults, "ladders", ladders.stream().map(Ladder::code).toList());
        twice(
                faults,
                "duties",
                stages.stream()
                        .flatMap(s -> s.duties().stream())
                        .map(Duty::kind)
                        .toList());
        role(faults, "owner", owner);
        for (Code role : responsibilities.roles()) {
            role(faults, "responsibilities", role);
        }
        role(faults, "review/role", review.role());
        ladder(faults, "handoff/ladder", handoff.ladder());
        handoff.urgentLook().ifPresent(l -> role(faults, "handoff/urgentLook/role", l.role()));
        for (int i = 0; i < ladders.size(); i++) {
            String path = "ladders[" + i + "]/rungs";
            ladders.get(i).rungs().forEach(r -> role(faults, path, r.role()));
        }
        for (int i = 0; i < stages.size(); i++) {
            stage(faults, "stages[" + i + "]", i);
        }
        closure.forEach(n -> need(faults, "closure", n, stages.size()));
        guide(faults);
        waivers(faults);
        for (int i = 0; i < notices.size(); i++) {
            Notice notice = notices.get(i);
            String path = "notices[" + i + "]";
            role(faults, path + "/notifier", notice.notifier());
            notice.recipients().forEach(r -> role(faults, path + "/recipients", r));
            if (guide.topic(notice.topic()).isEmpty()) {
                faults.add(Refusal.of(Reason.NAME_UNKNOWN, path + "/topic"));
            }
        }
        return faults;
    }

    private void stage(List<Refusal> faults, String path, int index) {
        Stage stage = stages.get(index);
        role(faults, path + "/owner", stage.owner());
        role(faults, path + "/reviewer", stage.reviewer());
        ladder(faults, path + "/ladder", stage.ladder());
        twice(faults, path + "/fields", stage.fields().stream().map(Field::code).toList());
        for (Field field : stage.fields()) {
            role(faults, path + "/fields/" + field.code() + "/chaser", field.chaser());
            need(faults, path + "/fields/" + field.code(), field.need(), index);
        }
        for (Gate gate : stage.gates()) {
            gate.needs().forEach(n -> need(faults, path + "/gates/" + gate.code(), n, index));
        }
        for (Duty duty : stage.duties()) {
            String at = path + "/duties/" + duty.kind();
            role(faults, at + "/role", duty.role());
            ladder(faults, at + "/ladder", duty.ladder());
            boolean described = roles.stream()
                    .filter(r -> r.code().equals(duty.role()))
                    .anyMatch(r -> r.duties().contains(duty.kind()));
            if (!described) {
                faults.add(Refusal.of(Reason.DUTY_NOT_OF_ROLE, at + "/role"));
            }
            duty.proof().forEach(n -> need(faults, at + "/proof", n, index));
            if (waitsForItself(duty.kind(), duty, new ArrayList<>())) {
                faults.add(Refusal.of(Reason.WAITS_FOR_ITSELF, at + "/proof"));
            }
        }
    }

    private void need(List<Refusal> faults, String path, Need need, int stage) {
        need.suppliers().forEach(s -> role(faults, path + "/" + need.item() + "/suppliers", s));
        if (need instanceof ApprovalNeed approval && !flags.containsAll(approval.flags())) {
            faults.add(Refusal.of(Reason.NAME_UNKNOWN, path + "/" + need.item() + "/flags"));
        }
        if (need instanceof DutyNeed
                && stageOf(need.item()).filter(at -> at <= stage).isEmpty()) {
            faults.add(Refusal.of(Reason.NEVER_SATISFIED, path + "/" + need.item()));
        }
    }

    private void guide(List<Refusal> faults) {
        for (Topic topic : guide.topics()) {
            String path = "guide/" + topic.topic();
            role(faults, path + "/owner", topic.owner());
            boolean onSide =
                    roles.stream().filter(r -> r.code().equals(topic.owner())).allMatch(r -> r.side() == topic.side());
            boolean funder = !topic.topic().equals(AUTHORIZATION) || topic.side() == Side.FUNDER;
            if (!onSide || !funder) {
                faults.add(Refusal.of(Reason.WRONG_SIDE, path + "/side"));
            }
        }
    }

    private void waivers(List<Refusal> faults) {
        List<Code> items = needs(stages, closure).map(Need::item).toList();
        for (int i = 0; i < waivers.size(); i++) {
            role(faults, "waivers[" + i + "]/role", waivers.get(i).role());
            if (!items.contains(waivers.get(i).item())) {
                faults.add(Refusal.of(Reason.NAME_UNKNOWN, "waivers[" + i + "]/item"));
            }
        }
    }

    static Stream<Need> needs(List<Stage> stages, List<Need> closure) {
        Stream<Need> staged = stages.stream()
                .flatMap(s -> Stream.of(
                                s.fields().stream().<Need>map(Field::need),
                                s.gates().stream().flatMap(g -> g.needs().stream()),
                                s.duties().stream().flatMap(d -> d.proof().stream()))
                        .flatMap(n -> n));
        return Stream.concat(staged, closure.stream());
    }

    private boolean waitsForItself(Code kind, Duty from, List<Code> seen) {
        for (Need need : from.proof()) {
            if (need instanceof DutyNeed && need.item().equals(kind)) {
                return true;
            }
            if (need instanceof DutyNeed && !seen.contains(need.item())) {
                seen.add(need.item());
                Optional<Duty> next = stages.stream()
                        .flatMap(s -> s.duties().stream())
                        .filter(d -> d.kind().equals(need.item()))
                        .findFirst();
                if (next.isPresent() && waitsForItself(kind, next.get(), seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Integer> stageOf(Code duty) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).duties().stream().anyMatch(d -> d.kind().equals(duty))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void role(List<Refusal> faults, String path, Code role) {
        if (roles.stream().noneMatch(r -> r.code().equals(role))) {
            faults.add(Refusal.of(Reason.NAME_UNKNOWN, path));
        }
    }

    private void ladder(List<Refusal> faults, String path, Code ladder) {
        if (ladders.stream().noneMatch(l -> l.code().equals(ladder))) {
            faults.add(Refusal.of(Reason.NAME_UNKNOWN, path));
        }
    }

    private static void twice(List<Refusal> faults, String path, List<Code> codes) {
        if (codes.stream().distinct().count() != codes.size()) {
            faults.add(Refusal.of(Reason.NAME_TWICE, path));
        }
    }
}
