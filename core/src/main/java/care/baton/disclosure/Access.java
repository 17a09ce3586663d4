package care.baton.disclosure;

import care.baton.consent.Information;
import care.baton.consent.Purpose;
import care.baton.consent.Sharing;
import care.baton.disclosure.Ruling.Why;
import care.baton.outcome.Code;
import care.baton.ownership.Member;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one audience may see of a record at one instant, item by item. Nothing is open unless a line of the allow-list
 * names it; and to others than the person and whoever keeps the record, unless a consent in force covers it and what
 * was agreed with them allows it. An emergency opens what its rule names, for as long as it lasts.
 */
public final class Access {

    /** The item that says who the person is: what protects it protects their identity. */
    public static final Code IDENTITY = Code.of("identity");

    private final Holdings held;
    private final Viewer viewer;
    private final Instant at;
    private final Relation relation;
    private final DisclosureRules rules;

    private Access(Holdings held, Viewer viewer, Instant at, DisclosureRules rules) {
        this.held = held;
        this.viewer = viewer;
        this.at = at;
        this.rules = rules;
        this.relation = relation(held, viewer.seat());
    }

    /**
     * What somebody may see.
     *
     * @param held what the record holds
     * @param viewer who, and what for
     * @param at when, by the host's clock
     * @param rules by what rules
     * @return their access
     */
    public static Access of(Holdings held, Viewer viewer, Instant at, DisclosureRules rules) {
        return new Access(
                Objects.requireNonNull(held, "held"),
                Objects.requireNonNull(viewer, "viewer"),
                Objects.requireNonNull(at, "at"),
                Objects.requireNonNull(rules, "rules"));
    }

    /** A seat that names nobody is the person's where the person has it. */
    private static Relation relation(Holdings held, Holder seat) {
        boolean self = seat.person().map(held.person()::equals).orElseGet(() -> {
            List<Holder> there = held.team().members().stream()
                    .filter(m -> !m.left())
                    .map(Member::seat)
                    .filter(seat::sameRole)
                    .toList();
            return !there.isEmpty() && there.stream().allMatch(s -> s.person().equals(Optional.of(held.person())));
        });
        if (self) {
            return Relation.PERSON;
        }
        return held.keeper().equals(seat.organization()) ? Relation.KEEPER : Relation.OTHER;
    }

    /**
     * How the audience stands to the record.
     *
     * @return the relation
     */
    public Relation relation() {
        return relation;
    }

    /**
     * Whether one item may be seen, and why.
     *
     * @param part of which part of the record
     * @param item which item
     * @return the ruling
     */
    public Ruling ruling(Part part, Code item) {
        Objects.requireNonNull(part, "part");
        Information what = held.consents().information(item);
        Ruling usual = usual(part, what);
        if (usual.isOpen() || !isCare() || !rules.emergency().opens(part, what)) {
            return usual;
        }
        return emergency()
                .map(e -> new Ruling(Why.EMERGENCY, Optional.of(e.number()), usual.sharing()))
                .orElse(usual);
    }

    private boolean isCare() {
        return viewer.purpose() == Purpose.TREATMENT || viewer.purpose() == Purpose.CARE_COORDINATION;
    }

    private Ruling usual(Part part, Information what) {
        if (lines().stream().noneMatch(line -> line.lists(part, what))) {
            return Ruling.of(Why.NOT_LISTED);
        }
        if (relation != Relation.OTHER) {
            return Ruling.of(Why.OWN_RIGHT);
        }
        if (!isAgreed(part, what.item())) {
            return Ruling.of(Why.NOT_AGREED);
        }
        Sharing sharing = held.consents().sharing(what, at, viewer.audience(), viewer.purpose());
        return Ruling.by(sharing.isPermitted() ? Why.CONSENT : Why.NO_CONSENT, sharing);
    }

    /**
     * Whether the agreement with the audience's organization lets an item go to it. Where nothing was ever agreed, the
     * person's leave is enough.
     *
     * @param part of which part of the record
     * @param item which item
     * @return true where the agreement that holds then names the part or the item, or none was made
     */
    public boolean isAgreed(Part part, Code item) {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(item, "item");
        OrganizationId partner = viewer.seat().organization();
        return !held.team().hasAgreed(partner)
                || held.team()
                        .agreement(partner, at)
                        .map(a -> a.shares().contains(part.code()) || a.shares().contains(item))
                        .orElse(false);
    }

    /**
     * Whether one item may be seen.
     *
     * @param part of which part of the record
     * @param item which item
     * @return true when it may
     */
    public boolean sees(Part part, Code item) {
        return ruling(part, item).isOpen();
    }

    /**
     * Whether a part that has no items of its own may be seen.
     *
     * @param part which part of the record
     * @return true when it may
     */
    public boolean sees(Part part) {
        return sees(Objects.requireNonNull(part, "part"), part.code());
    }

    /** When it is looked at. */
    Instant at() {
        return at;
    }

    /** The emergency that opens the record to this viewer now. */
    Optional<Emergency> emergency() {
        boolean left = held.team().member(viewer.seat()).filter(Member::left).isPresent();
        return left ? Optional.empty() : held.disclosures().openTo(viewer.seat(), at);
    }

    /** What this audience is told about what it is not shown: the most that any of its lines allows. */
    Hint hint() {
        return lines().stream()
                .map(Allowance::hint)
                .max(Comparator.naturalOrder())
                .orElse(Hint.NONE);
    }

    private List<Allowance> lines() {
        return rules.allowances().stream()
                .filter(line -> line.isFor(relation, viewer))
                .toList();
    }
}
