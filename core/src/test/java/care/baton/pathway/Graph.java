package care.baton.pathway;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Need.StageNeed;
import care.baton.time.BusinessDays;
import care.baton.time.DueRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A definition as a bare graph of numbers, sound or not: which role owns, which work waits for which. A number beyond
 * what is declared dangles.
 *
 * @param version the definition's version
 * @param roles the side of each role, by number
 * @param stages the stages
 * @param topicOwner who decides on authorization
 * @param topicSide the side that the guide says for it
 * @param topicFlag the flag that takes it further up, of two
 */
record Graph(int version, List<Side> roles, List<Node> stages, int topicOwner, Side topicSide, int topicFlag) {

    static final Code ID = Code.of("graph");

    /** A stage: its name, owner, reviewer and ladder, its work, and what it waits for before a step. */
    record Node(
            int name, int owner, int reviewer, int ladder, List<Work> work, Step step, List<Integer> gate, int past) {
        Node {
            work = List.copyOf(work);
            gate = List.copyOf(gate);
        }
    }

    /** A piece of work: its name, who does it and is said to do it, and what it waits for. */
    record Work(int name, int role, int supplier, List<Integer> after) {
        Work {
            after = List.copyOf(after);
        }
    }

    Graph {
        roles = List.copyOf(roles);
        stages = List.copyOf(stages);
    }

    private static final DueRule DUE = new BusinessDays(1);

    static Code role(int number) {
        return Code.of("role-" + number);
    }

    static Code duty(int number) {
        return Code.of("duty-" + number);
    }

    static Code stage(int number) {
        return Code.of("stage-" + number);
    }

    /** Builds it: refused when unsound. */
    Pathway build() {
        List<RoleDescription> described = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            Code role = role(i);
            described.add(new RoleDescription(
                    role,
                    roles.get(i),
                    stages.stream()
                            .flatMap(s -> s.work.stream())
                            .filter(w -> role(w.role).equals(role))
                            .map(w -> duty(w.name))
                            .toList()));
        }
        Code first = role(0);
        FieldNeed end = new FieldNeed(Code.of("evidence"), List.of(first), Grade.RECORDED, false);
        return new Pathway(
                ID,
                version,
                new Label("A graph"),
                first,
                described,
                new Responsibilities(first, first, first, first, first, false),
                stages.stream().map(this::stage).toList(),
                List.of(new Ladder(Code.of("ladder-0"), List.of(new Rung(Duration.ZERO, first, DUE)), DUE)),
                new HandoffTerms(
                        DUE,
                        DUE,
                        DUE,
                        DUE,
                        Duration.ZERO,
                        1,
                        Code.of("ladder-0"),
                        DUE,
                        false,
                        Optional.empty(),
                        Duration.ZERO,
                        List.of(Code.of("no"))),
                new DecisionGuide(List.of(new Topic(
                        Code.of("authorization"), role(topicOwner), Code.of("flag-" + topicFlag), topicSide))),
                new ReviewPoint(first, DUE),
                List.of(end),
                List.of(Code.of("flag-0")),
                List.of(),
                List.of(),
                List.of());
    }

    private Stage stage(Node node) {
        List<Need> needs = new ArrayList<>(node.gate.stream().map(this::need).toList());
        if (node.past >= 0) {
            needs.add(new StageNeed(Code.of("past"), List.of(role(0)), ID, stage(node.past)));
        }
        return new Stage(
                stage(node.name),
                role(node.owner),
                Stage.ANY_FORM,
                Code.of("file"),
                DUE,
                DUE,
                Code.of("ladder-" + node.ladder),
                role(node.reviewer),
                List.of(),
                needs.isEmpty() ? List.of() : List.of(new Gate(Code.of("gate"), node.step, needs)),
                node.work.stream()
                        .map(w -> new Duty(
                                duty(w.name),
                                role(w.role),
                                DUE,
                                Code.of("ladder-0"),
                                w.after.stream().map(this::need).toList()))
                        .toList());
    }

    private Need need(int work) {
        Code supplier = stages.stream()
                .flatMap(s -> s.work.stream())
                .filter(w -> w.name == work)
                .map(w -> role(w.supplier))
                .findFirst()
                .orElse(role(0));
        return new DutyNeed(duty(work), List.of(supplier));
    }
}
