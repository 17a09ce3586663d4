package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.pathway.DecisionGuide;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What is wrong with a plan or still open in it: names that lead nowhere, goals that say too little, unknown decisions. */
public final class Check {

    private final CarePlan plan;
    private final List<Refusal> faults = new ArrayList<>();

    private Check(CarePlan plan) {
        this.plan = plan;
    }

    /**
     * Names that a plan uses twice or without having them.
     *
     * @param plan the plan
     * @return each fault with its place: NAME_TWICE, NAME_UNKNOWN
     */
    public static List<Refusal> faults(CarePlan plan) {
        Check check = new Check(Objects.requireNonNull(plan, "plan"));
        check.once("goals", plan.goals(), Goal::code);
        check.once("preferences", plan.preferences(), Preference::code);
        check.once("pieces", plan.pieces(), Piece::code);
        check.once("activities", plan.activities(), Activity::code);
        check.once("windows", plan.windows(), Window::code);
        check.once("deviations", plan.deviations(), Deviation::activity);
        check.names();
        return List.copyOf(check.faults);
    }

    private <T> void once(String field, List<T> all, Function<T, Code> name) {
        List<Code> seen = new ArrayList<>();
        for (T one : all) {
            Code code = name.apply(one);
            if (seen.contains(code)) {
                faults.add(Refusal.of(Reason.NAME_TWICE, field + "/" + code));
            }
            seen.add(code);
        }
    }

    private void names() {
        List<Code> pieces = plan.pieces().stream().map(Piece::code).toList();
        List<Code> windows = plan.windows().stream().map(Window::code).toList();
        List<Code> preferences =
                plan.preferences().stream().map(Preference::code).toList();
        for (Activity one : plan.activities()) {
            String path = "activities/" + one.code();
            listed(pieces, one.piece(), path + "/piece");
            one.arrangement().flatMap(Arrangement::window).ifPresent(w -> listed(windows, w, path + "/window"));
        }
        for (Goal goal : plan.goals()) {
            goal.serves().ifPresent(p -> listed(preferences, p, "goals/" + goal.code() + "/serves"));
        }
    }

    private void listed(List<Code> all, Code name, String path) {
        if (!all.contains(name)) {
            faults.add(Refusal.of(Reason.NAME_UNKNOWN, path).instead(all));
        }
    }

    /**
     * What a plan leaves out of its protocol without saying why.
     *
     * @param plan the plan
     * @param protocol the protocol
     * @return the kinds of activity, in the protocol's order
     */
    public static List<Code> unexplained(CarePlan plan, Protocol protocol) {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(protocol, "protocol");
        return protocol.activities().stream()
                .filter(kind ->
                        plan.activities().stream().noneMatch(a -> a.kind().equals(kind)))
                .filter(kind ->
                        plan.deviations().stream().noneMatch(d -> d.activity().equals(kind)))
                .toList();
    }

    /**
     * What will have to be decided and is nobody's to decide.
     *
     * @param plan the plan
     * @param guide the decision guide of the run that it serves
     * @return the topics that the guide does not list, in the order of the plan
     */
    public static List<Code> undefined(CarePlan plan, DecisionGuide guide) {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(guide, "guide");
        return plan.decisions().stream()
                .filter(topic ->
                        guide.topics().stream().noneMatch(t -> t.topic().equals(topic)))
                .toList();
    }

    /**
     * Which parts of a plan differ between two versions.
     *
     * @param one one version
     * @param other the other
     * @return the places, such as {@code goals/walk}, in the order of the parts
     */
    public static List<String> changed(CarePlan one, CarePlan other) {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        List<String> places = new ArrayList<>();
        if (!one.protocol().equals(other.protocol()) || one.protocolVersion() != other.protocolVersion()) {
            places.add("protocol");
        }
        places.addAll(differing("goals", one.goals(), other.goals(), Goal::code));
        places.addAll(differing("preferences", one.preferences(), other.preferences(), Preference::code));
        places.addAll(differing("pieces", one.pieces(), other.pieces(), Piece::code));
        places.addAll(differing("activities", one.activities(), other.activities(), Activity::code));
        places.addAll(differing("windows", one.windows(), other.windows(), Window::code));
        places.addAll(differing("deviations", one.deviations(), other.deviations(), Deviation::activity));
        places.addAll(differing("decisions", one.decisions(), other.decisions(), topic -> topic));
        return List.copyOf(places);
    }

    private static <T> List<String> differing(String field, List<T> one, List<T> other, Function<T, Code> name) {
        List<T> all = new ArrayList<>(Copy.of(one, field));
        all.addAll(other);
        return all.stream()
                .filter(part -> !one.contains(part) || !other.contains(part))
                .map(part -> field + "/" + name.apply(part))
                .distinct()
                .toList();
    }
}
