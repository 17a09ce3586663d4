package care.baton.disclosure;

import care.baton.consent.Sensitivity;
import care.baton.disclosure.View.Withheld;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What one audience is let through to as its view is put together: what is open is noted, what is not is counted. */
final class Sight {

    private final Holdings held;
    private final Holder seat;
    private final Access access;
    private final boolean teaser;
    private final boolean seesConfidential;
    private final SortedMap<Part, Integer> hidden = new TreeMap<>();
    private final SortedSet<Piece> shown =
            new TreeSet<>(Comparator.comparing(Piece::part).thenComparing(Piece::item));
    private boolean more;
    private boolean noticed;
    private boolean byEmergency;

    Sight(Holdings held, Viewer viewer, Access access) {
        this.held = held;
        this.seat = viewer.seat();
        this.access = access;
        this.teaser = !access.sees(Part.PERSON, Access.IDENTITY);
        this.seesConfidential = access.sees(Part.CONFIDENTIAL_PARTIES);
    }

    Holder seat() {
        return seat;
    }

    Relation relation() {
        return access.relation();
    }

    Instant at() {
        return access.at();
    }

    /** Whether it may not know who the person is. */
    boolean isTeaser() {
        return teaser;
    }

    /** Whether an item is open; what is shown by that is remembered, and what is not is counted. */
    boolean opens(Part part, Code item) {
        return opens(part, List.of(item));
    }

    /** Whether something is open that says all of these: each of them must be; what is not is counted once. */
    boolean opens(Part part, List<Code> items) {
        List<Ruling> rulings =
                items.stream().map(item -> access.ruling(part, item)).toList();
        if (!rulings.stream().allMatch(Ruling::isOpen)) {
            hide(part, items);
            return false;
        }
        byEmergency |= rulings.stream().anyMatch(r -> r.why() == Ruling.Why.EMERGENCY);
        for (Code item : items) {
            shown.add(new Piece(part, item));
            notice(item);
        }
        return true;
    }

    /** What has to stand beside an item that somebody else is shown. */
    void notice(Code item) {
        noticed |= access.relation() == Relation.OTHER
                && RedisclosureNotice.isFor(held.consents().information(item));
    }

    void hide(Part part, Code item) {
        hide(part, List.of(item));
    }

    void hide(Part part, List<Code> items) {
        more = true;
        if (items.stream()
                .noneMatch(item -> held.consents().information(item).labels().contains(Sensitivity.VICTIM_SERVICE))) {
            hidden.merge(part, 1, Integer::sum);
        }
    }

    /** Who it is by name only where the parties may be seen, and in a teaser never but in one's own house. */
    Holder named(Holder holder) {
        boolean named = holder.organization().equals(seat.organization()) || (!teaser && access.sees(Part.PARTIES));
        return named ? holder : holder.heldBy(Optional.empty());
    }

    /** Whose part in it is kept from this audience: what names them leaves no trace. */
    boolean isSecret(Holder who) {
        OrganizationId party = who.organization();
        return !seesConfidential
                && !party.equals(seat.organization())
                && held.disclosures().isConfidential(party);
    }

    boolean isAnySecret(Stream<Holder> who) {
        return who.anyMatch(this::isSecret);
    }

    boolean isKin(Holder who) {
        return held.team().members().stream()
                .filter(m -> m.kind() == OrganizationKind.PERSON_AND_FAMILY)
                .anyMatch(m -> m.seat().organization().equals(who.organization()));
    }

    /** What this audience is told about what it saw and what it did not. */
    void closes(ImmutableView.Builder view) {
        Hint hint = access.hint();
        if (hint == Hint.COUNTED) {
            hidden.forEach((part, count) -> view.addWithheld(new Withheld(part, count)));
        }
        view.more(more && hint != Hint.NONE)
                .emergency(byEmergency ? access.emergency().map(Emergency::number) : Optional.empty())
                .notice(noticed ? Optional.of(RedisclosureNotice.TEXT) : Optional.empty())
                .items(List.copyOf(shown));
    }
}
