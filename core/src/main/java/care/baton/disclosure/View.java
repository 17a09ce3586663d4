package care.baton.disclosure;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Grade;
import care.baton.note.Item;
import care.baton.note.NoteRules;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.outcome.State;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one audience sees of a record at one instant: what is on its list, and of everything else nothing but what its
 * list lets it be told. Where it may not know who the person is, it is a teaser: what is asked for and by when, and no
 * words, no name and no other fact.
 *
 * <p>A view carries neither the head of the record nor its version, and no number that counts what it does not show.
 */
@State
@Value.Immutable
public sealed interface View permits ImmutableView {

    /**
     * One who takes part.
     *
     * @param seat organization and role, and the person where that may be seen
     * @param kind what kind of organization it is
     */
    record Party(Holder seat, OrganizationKind kind) {
        /** Checks that nothing is absent. */
        public Party {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * Something that is owed, not only what is handed over.
     *
     * @param kind what is owed
     * @param holder who holds it, and the person where that may be seen
     * @param due by when, by the host's clock
     * @param own which obligation it is: only for the one who holds it and the one it is owed to
     */
    record Action(Code kind, Holder holder, Instant due, Optional<Key> own) {
        /** Checks that nothing is absent. */
        public Action {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(holder, "holder");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(own, "own");
        }
    }

    /**
     * What a field says. It is the same for whoever sees it.
     *
     * @param field which field
     * @param version which version of it
     * @param value what it says
     * @param grade how firmly it is known
     * @param at when it was recorded, by the host's clock
     * @param absent why there is no answer; empty where there is one, or it is expressly known that there is none
     */
    record Known(Code field, int version, Sensitive value, Grade grade, Instant at, Optional<AbsentReason> absent) {
        /** Checks that nothing is absent. */
        public Known {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(grade, "grade");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(absent, "absent");
        }
    }

    /**
     * What a note says.
     *
     * @param change which change it is about
     * @param items the pieces that may be seen, in the order of the note
     */
    record Told(Code change, List<Item> items) {
        /** Copies the pieces. */
        public Told {
            Objects.requireNonNull(change, "change");
            items = Copy.of(items, "items");
        }
    }

    /**
     * How much of a part is not shown.
     *
     * @param part which part
     * @param count how many; from 1
     */
    record Withheld(Part part, int count) {
        /** Checks that nothing is absent. */
        public Withheld {
            Objects.requireNonNull(part, "part");
        }
    }

    /**
     * What somebody sees of a record.
     *
     * @param held what the record holds
     * @param viewer who, and what for
     * @param at when, by the host's clock
     * @param rules by what rules a record is shown
     * @param notes by what rules notes are told
     * @return the view
     */
    static View of(Holdings held, Viewer viewer, Instant at, DisclosureRules rules, NoteRules notes) {
        Objects.requireNonNull(notes, "notes");
        return new Showing(held, viewer, Access.of(held, viewer, at, rules), notes).view();
    }

    /**
     * Who the person is.
     *
     * @return the person; empty when this audience may not know
     */
    Optional<PersonId> person();

    /**
     * Who takes part.
     *
     * @return the parties that may be seen
     */
    List<Party> parties();

    /**
     * What is owed.
     *
     * @return the actions that may be seen, soonest due first
     */
    List<Action> actions();

    /**
     * What is known.
     *
     * @return the facts that may be seen, in the order of their fields
     */
    List<Known> facts();

    /**
     * The warnings that stand.
     *
     * @return those that may be seen, in order
     */
    List<Code> warnings();

    /**
     * What the notes say.
     *
     * @return the notes of which anything may be seen, in the order of their changes
     */
    List<Told> notes();

    /**
     * What the person wants to reach, and who does what towards it.
     *
     * @return the plans that count and may be seen, in the order of their names
     */
    List<PlanSeen> plans();

    /**
     * What is usual for the person, what was seen, scored and is needed.
     *
     * @return what may be seen of it
     */
    RisksSeen risks();

    /**
     * The contacts that coordination took.
     *
     * @return those that may be seen, in the order in which they were recorded; to others their own
     */
    List<ContactSeen> contacts();

    /**
     * What is handed over, by whom to whom, and how that stands.
     *
     * @return the handoffs of which an offer may be seen, in the order of their identifiers; those between whom one is
     *     see it whatever the person's leave is, and none is there that was recorded in error
     */
    List<HandoffSeen> handoffs();

    /**
     * How much is not shown, part by part. What a victim service protects, and whose part in it is confidential, is
     * never counted.
     *
     * @return the counts; empty unless this audience may be told
     */
    List<Withheld> withheld();

    /**
     * Whether there is more than is shown.
     *
     * @return true when there is and this audience may be told so
     */
    boolean more();

    /**
     * The emergency by which this is seen.
     *
     * @return its number on the record; empty outside emergencies
     */
    Optional<Integer> emergency();

    /**
     * What has to stand beside it.
     *
     * @return the notice, where it shows somebody else what 42 CFR Part 2 protects
     */
    Optional<String> notice();

    /**
     * What it shows, item by item: what a host that shows it to somebody else writes down.
     *
     * @return each item once, by part and name; actions and handoffs of one's own by law of the work are not among them
     */
    List<Piece> items();

    /**
     * Whether it withholds who the person is.
     *
     * @return true for a teaser
     */
    default boolean isTeaser() {
        return person().isEmpty();
    }
}
