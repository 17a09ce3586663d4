package care.baton.fhir.exchange;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.OurExtension;
import care.baton.fhir.partner.BusinessStatus;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.AnswerWords;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.SeenTerm;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
 * @param coded where it stands, in the partner's own code
 * @param reason why it ended, in a code
 * @param terms the proposed conditions; empty to leave what is there
 * @param output what came of it
 * @param notes what is said in remarks
 * @param seen the version of the ended Task that we have read as its sender
 * @param answers whether it answers an offer that must still be open
 * @param beside what is said beside the answer; empty to leave what is there
 */
record Face(
        Optional<TaskStatus> status,
        String business,
        Optional<BusinessStatus> coded,
        Optional<Code> reason,
        Optional<List<Term>> terms,
        List<Input> output,
        List<String> notes,
        Optional<String> seen,
        boolean answers,
        Optional<List<OurExtension>> beside) {

    /** What the mark of the sender says who has read the end. */
    static final String SEEN = "seen";

    /** One proposed condition and how far it is. */
    record Term(Condition condition, boolean agreed, boolean met) {

        OurExtension extension() {
            Holder holder = condition.holder();
            String text = condition.text().text().orElseThrow();
            List<OurExtension> parts = new ArrayList<>();
            parts.add(value("text", OurExtension.Kind.STRING, text));
            parts.add(value("kind", OurExtension.Kind.CODE, kind()));
            parts.add(value("holder", OurExtension.Kind.STRING, holder.role().value()));
            parts.add(new OurExtension.To("organization", holder.organization().value()));
            holder.person().ifPresent(person -> parts.add(new OurExtension.To("person", person.value())));
            parts.add(value("due", OurExtension.Kind.DATE_TIME, condition.due().toString()));
            parts.add(value("agreed", OurExtension.Kind.BOOLEAN, Boolean.toString(agreed)));
            parts.add(value("met", OurExtension.Kind.BOOLEAN, Boolean.toString(met)));
            return new OurExtension.Group(FhirSystems.TERM, parts);
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
        Objects.requireNonNull(coded, "coded");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(seen, "seen");
        terms = terms.map(List::copyOf);
        output = List.copyOf(output);
        notes = List.copyOf(notes);
        beside = beside.map(List::copyOf);
    }

    static Face silent() {
        return new Face(
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    static Face of(TaskStatus status, String business) {
        return saying(business).at(Optional.of(status));
    }

    static Face saying(String words) {
        return silent().wording(words);
    }

    Face wording(String words) {
        return new Face(status, words, coded, reason, terms, output, notes, seen, answers, beside);
    }

    private Face at(Optional<TaskStatus> wanted) {
        return new Face(wanted, business, coded, reason, terms, output, notes, seen, answers, beside);
    }

    Face coded(BusinessStatus entry) {
        return new Face(status, business, Optional.of(entry), reason, terms, output, notes, seen, answers, beside);
    }

    Face because(Code code) {
        return new Face(status, business, coded, Optional.of(code), terms, output, notes, seen, answers, beside);
    }

    /** With these conditions; where the words of one are erased, what is there stays. */
    Face proposing(List<Term> conditions) {
        Optional<List<Term>> whole = Optional.of(conditions)
                .filter(all ->
                        all.stream().noneMatch(t -> t.condition().text().text().isEmpty()));
        return new Face(status, business, coded, reason, whole, output, notes, seen, answers, beside);
    }

    /** With what came of it, as far as it is not erased. */
    Face with(List<Input> results) {
        List<Input> kept =
                results.stream().filter(r -> r.value().text().isPresent()).toList();
        return new Face(status, business, coded, reason, terms, kept, notes, seen, answers, beside);
    }

    Face noting(List<String> remarks) {
        return new Face(status, business, coded, reason, terms, output, remarks, seen, answers, beside);
    }

    /** With what was said beside it: as a remark for whoever reads it, and as our own part for whoever reads it back. */
    Face beside(Answer answer) {
        List<OurExtension> words = AnswerWords.written(answer).stream().toList();
        return new Face(
                status,
                business,
                coded,
                reason,
                terms,
                output,
                AnswerWords.of(answer).text().stream().toList(),
                seen,
                answers,
                Optional.of(words));
    }

    Face seeing(String version) {
        return new Face(status, business, coded, reason, terms, output, notes, Optional.of(version), answers, beside);
    }

    Face answering() {
        return new Face(status, business, coded, reason, terms, output, notes, seen, true, beside);
    }

    /** The status only: on the way to another, nothing else is said yet. */
    Face onlyAt(TaskStatus other) {
        return silent().at(Optional.of(other));
    }

    /** What a write of it says, in one word that stands in our mark. */
    String said() {
        return status.map(TaskStatus::code).orElse(seen.isPresent() ? SEEN : "said");
    }

    /** What it wants, in one word that holds nothing of what it says. */
    Code wish() {
        String what = seen.isPresent() ? SEEN : reason.isPresent() ? "end" : "say";
        return writing(status.map(TaskStatus::code).orElse(what));
    }

    /** That this is written. */
    static Code writing(String what) {
        return Code.of("write-" + what);
    }

    /** Whether the Task says it already, or says what implies it. */
    boolean standsOn(SeenTask task) {
        boolean seenStands = seen.isEmpty() || seen.equals(OurMarks.seenBySender(task));
        boolean statusStands = status.map(
                        s -> task.status().filter(now -> implies(now, s)).isPresent())
                .orElse(true);
        boolean ended = status.isEmpty()
                && answers
                && task.status().filter(s -> s.ended() || s.saysHeld()).isPresent();
        boolean further = status.isPresent() && !task.status().equals(status);
        return seenStands
                && statusStands
                && !ended
                && (further
                        || ((answered() || saysSo(task))
                                && terms.map(t -> stand(t, task.terms())).orElse(true)
                                && resulted(task)
                                && (answered() || noted(task))));
    }

    /** Whether some result stands there, where there is one to say: it may come after the word that it is done. */
    private boolean resulted(SeenTask task) {
        return output.isEmpty() || !task.json().element("output").isEmpty();
    }

    /** An answer stands by its status: the words beside it went in the same write, and a server may not keep them. */
    private boolean answered() {
        return answers && status.isPresent();
    }

    private boolean saysSo(SeenTask task) {
        return business.isEmpty() || business.equals(OurMarks.business(task));
    }

    private boolean noted(SeenTask task) {
        JsonNode there = task.json().element("note");
        return notes.stream().allMatch(n -> TaskEdit.says(there, n));
    }

    private static boolean stand(List<Term> terms, List<SeenTerm> there) {
        if (there.size() != terms.size()) {
            return false;
        }
        for (int i = 0; i < there.size(); i++) {
            if (!terms.get(i).stands(there.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean implies(TaskStatus seen, TaskStatus wanted) {
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

    @Override
    public String toString() {
        return "Face";
    }
}
