package care.baton.note;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.BusinessDays;
import care.baton.time.DueRule;
import care.baton.time.SameDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * By what rules notes are told: which concerns are reviewed first and by whom, by when, and who is shown what.
 *
 * @param reviewer the one role that reviews
 * @param reviewed the concerns that a note may name; each calls for a review before anybody is told
 * @param reviewWithin by when the review is owed, from the release
 * @param tellWithin by when each recipient is told, from when they may be
 * @param settleWithin by when a contradiction is settled, from when it was found
 * @param shown what the roles that are named here are shown, each role once; everybody else what is general
 */
public record NoteRules(
        Code reviewer,
        List<Code> reviewed,
        DueRule reviewWithin,
        DueRule tellWithin,
        DueRule settleWithin,
        List<Shown> shown) {

    private static final List<String> CLINICIANS = List.of(
            "clinician",
            "nurse",
            "nurse-consultant",
            "physician",
            "registered-nurse",
            "school-nurse",
            "pharmacist",
            "rehabilitation-therapist",
            "primary-care-clinician",
            "attending-clinician",
            "cardiologist",
            "psychiatrist",
            "psychologist",
            "behavioral-health-therapist");

    private static final Code RISES = Code.of("risk-escalation");

    /**
     * What one role is shown of a note.
     *
     * @param role which role
     * @param kinds which kinds of information; at least one
     */
    public record Shown(Code role, List<Item.Kind> kinds) {
        /**
         * Copies the kinds.
         *
         * @throws IllegalArgumentException if none is named
         */
        public Shown {
            Objects.requireNonNull(role, "role");
            kinds = Copy.of(kinds, "kinds");
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("kinds: at least one");
            }
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a role is named twice
     */
    public NoteRules {
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(reviewWithin, "reviewWithin");
        Objects.requireNonNull(tellWithin, "tellWithin");
        Objects.requireNonNull(settleWithin, "settleWithin");
        reviewed = Copy.of(reviewed, "reviewed");
        shown = Copy.of(shown, "shown");
        if (shown.stream().map(Shown::role).distinct().count() != shown.size()) {
            throw new IllegalArgumentException("shown: each role once");
        }
    }

    /**
     * What we ship. The supervisor reviews, the same day, whatever relates to a risk that rises, how much service there
     * is, a concern of the family, clinical input or a plan that may change; each recipient is told by the close of the
     * next business day, and so is a contradiction settled. A case manager is shown the evidence too, a clinician what
     * was observed and nothing else. The roles and concerns are the sources'; the times are ours.
     *
     * @return the rules
     */
    public static NoteRules standard() {
        List<Shown> shown = new ArrayList<>();
        shown.add(new Shown(Code.of("case-manager"), List.of(Item.Kind.GENERAL, Item.Kind.EVIDENCE)));
        for (String clinician : CLINICIANS) {
            shown.add(new Shown(Code.of(clinician), List.of(Item.Kind.OBSERVATION)));
        }
        shown.add(new Shown(Code.of("supervisor"), List.of(Item.Kind.values())));
        return new NoteRules(
                Code.of("supervisor"),
                List.of(
                        Code.of("risk-escalation"),
                        Code.of("service-intensity"),
                        Code.of("family-concern"),
                        Code.of("clinical-input"),
                        Code.of("potential-care-plan-change")),
                new SameDay(),
                new BusinessDays(1),
                new BusinessDays(1),
                shown);
    }

    /**
     * The concerns of a note that call for a review.
     *
     * @param note the note
     * @return those concerns; none when it may be told without
     */
    public List<Code> calling(CoordinationNote note) {
        Objects.requireNonNull(note, "note");
        boolean rises = note.escalation().filter(EscalationNeed::needed).isPresent();
        return Stream.concat(note.concerns().stream(), rises ? Stream.of(RISES) : Stream.empty())
                .filter(reviewed::contains)
                .distinct()
                .toList();
    }

    /**
     * What a role is shown of a note.
     *
     * @param note the note
     * @param role which role
     * @return the pieces, in the order of the note
     */
    public List<Item> shownTo(CoordinationNote note, Code role) {
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(role, "role");
        List<Item.Kind> kinds = shown.stream()
                .filter(s -> s.role().equals(role))
                .map(Shown::kinds)
                .findFirst()
                .orElse(Collections.singletonList(Item.Kind.GENERAL));
        return note.information().stream().filter(i -> kinds.contains(i.kind())).toList();
    }
}
