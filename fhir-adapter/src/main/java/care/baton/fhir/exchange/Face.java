package care.baton.fhir.exchange;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.OurExtension;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.SeenTerm;
import care.baton.handoff.Condition;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a Task should say for us, as the record stands: no more than a reader who knows nothing of our extensions may
 * believe.
 *
 * @param status the status that we set; empty while it is the other side's to set
 * @param business where it stands, in words; empty to leave what is there
 * @param reason why it ended, in a code
 * @param terms the proposed conditions
 * @param output what came of it
 */
record Face(Optional<TaskStatus> status, String business, Optional<Code> reason, List<Term> terms, List<Input> output) {

    /** One proposed condition and how far it is. */
    record Term(Condition condition, boolean agreed, boolean met) {

        OurExtension extension() {
            return new OurExtension.Group(
                    FhirSystems.TERM,
                    List.of(
                            value(
                                    "text",
                                    OurExtension.Kind.STRING,
                                    condition.text().text().orElse("(removed)")),
                            value("kind", OurExtension.Kind.CODE, kind()),
                            value(
                                    "holder",
                                    OurExtension.Kind.STRING,
                                    condition.holder().role().value()),
                            value(
                                    "due",
                                    OurExtension.Kind.DATE_TIME,
                                    condition.due().toString()),
                            value("agreed", OurExtension.Kind.BOOLEAN, Boolean.toString(agreed)),
                            value("met", OurExtension.Kind.BOOLEAN, Boolean.toString(met))));
        }

        private static OurExtension value(String part, OurExtension.Kind kind, String value) {
            return new OurExtension.Value(part, kind, value);
        }

        private String kind() {
            return condition.kind().name().toLowerCase(Locale.ROOT);
        }

        boolean stands(SeenTerm seen) {
            return condition.text().text().filter(seen.text()::equals).isPresent()
                    && seen.agreed() == agreed
                    && seen.met() == met;
        }
    }

    Face {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(business, "business");
        Objects.requireNonNull(reason, "reason");
        terms = List.copyOf(terms);
        output = List.copyOf(output);
    }

    static Face silent() {
        return new Face(Optional.empty(), "", Optional.empty(), List.of(), List.of());
    }

    static Face of(TaskStatus status, String business) {
        return new Face(Optional.of(status), business, Optional.empty(), List.of(), List.of());
    }

    static Face saying(String business) {
        return new Face(Optional.empty(), business, Optional.empty(), List.of(), List.of());
    }

    Face because(Code code) {
        return new Face(status, business, Optional.of(code), terms, output);
    }

    Face proposing(List<Term> conditions) {
        return new Face(status, business, reason, conditions, output);
    }

    Face with(List<Input> results) {
        return new Face(status, business, reason, terms, results);
    }

    /** Whether the Task says it already, or says what implies it. */
    boolean standsOn(SeenTask task) {
        boolean statusStands = status.map(
                        s -> task.status().filter(seen -> implies(seen, s)).isPresent())
                .orElse(true);
        boolean further = status.isPresent() && !task.status().equals(status);
        return statusStands && (further || (saysSo(task) && termsStand(task)));
    }

    private boolean saysSo(SeenTask task) {
        return business.isEmpty() || business.equals(BusinessText.of(task));
    }

    private boolean termsStand(SeenTask task) {
        List<SeenTerm> seen = task.terms();
        if (seen.size() != terms.size()) {
            return false;
        }
        for (int i = 0; i < seen.size(); i++) {
            if (!terms.get(i).stands(seen.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean implies(TaskStatus seen, TaskStatus wanted) {
        if (seen == wanted) {
            return true;
        }
        return switch (wanted) {
            case ACCEPTED ->
                seen == TaskStatus.IN_PROGRESS || seen == TaskStatus.ON_HOLD || seen == TaskStatus.COMPLETED;
            case IN_PROGRESS -> seen == TaskStatus.ON_HOLD || seen == TaskStatus.COMPLETED;
            default -> false;
        };
    }
}
