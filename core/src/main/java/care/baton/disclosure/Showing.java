package care.baton.disclosure;

import care.baton.consent.Sensitivity;
import care.baton.disclosure.View.Action;
import care.baton.disclosure.View.Known;
import care.baton.disclosure.View.Party;
import care.baton.disclosure.View.Told;
import care.baton.disclosure.View.Withheld;
import care.baton.evidence.Fact;
import care.baton.evidence.Flag;
import care.baton.note.Item;
import care.baton.note.Note;
import care.baton.note.NoteRules;
import care.baton.note.Update;
import care.baton.note.Written;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.ownership.Member;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where one view is put together: what is open goes in, what is not is counted. */
final class Showing {

    private final Holdings held;
    private final Holder seat;
    private final Access access;
    private final NoteRules noteRules;
    private final boolean teaser;
    private final boolean seesConfidential;
    private final SortedMap<Part, Integer> hidden = new TreeMap<>();
    private final SortedSet<Piece> shown =
            new TreeSet<>(Comparator.comparing(Piece::part).thenComparing(Piece::item));
    private boolean more;
    private boolean noticed;
    private boolean byEmergency;

    Showing(Holdings held, Viewer viewer, Access access, NoteRules noteRules) {
        this.held = held;
        this.seat = viewer.seat();
        this.access = access;
        this.noteRules = noteRules;
        this.teaser = !access.sees(Part.PERSON, Access.IDENTITY);
        this.seesConfidential = access.sees(Part.CONFIDENTIAL_PARTIES);
    }

    View view() {
        ImmutableView.Builder view = ImmutableView.builder();
        if (opens(Part.PERSON, Access.IDENTITY)) {
            view.person(held.person());
        }
        view.parties(parties())
                .actions(actions())
                .facts(facts())
                .warnings(warnings())
                .notes(notes());
        Hint hint = access.hint();
        if (hint == Hint.COUNTED) {
            hidden.forEach((part, count) -> view.addWithheld(new Withheld(part, count)));
        }
        return view.more(more && hint != Hint.NONE)
                .emergency(byEmergency ? access.emergency().map(Emergency::number) : Optional.empty())
                .notice(noticed ? Optional.of(RedisclosureNotice.TEXT) : Optional.empty())
                .items(List.copyOf(shown))
                .build();
    }

    /** Whether an item is open; what is shown by that is remembered, and what is not is counted. */
    private boolean opens(Part part, Code item) {
        Ruling ruling = access.ruling(part, item);
        if (!ruling.isOpen()) {
            hide(part, item);
            return false;
        }
        shown.add(new Piece(part, item));
        byEmergency |= ruling.why() == Ruling.Why.EMERGENCY;
        noticed |= access.relation() == Relation.OTHER
                && RedisclosureNotice.isFor(held.consents().information(item));
        return true;
    }

    private void hide(Part part, Code item) {
        more = true;
        if (!held.consents().information(item).labels().contains(Sensitivity.VICTIM_SERVICE)) {
            hidden.merge(part, 1, Integer::sum);
        }
    }

    private List<Party> parties() {
        List<Party> all = new ArrayList<>();
        for (Member member : held.team().members()) {
            boolean own = member.seat().organization().equals(seat.organization());
            if (member.left() || (!own && isSecret(member.seat()))) {
                continue;
            }
            boolean kin = teaser && member.kind() == OrganizationKind.PERSON_AND_FAMILY;
            if (own || (!kin && opens(Part.PARTIES, Part.PARTIES.code()))) {
                all.add(new Party(named(member.seat(), own), member.kind()));
            }
        }
        return all;
    }

    private List<Action> actions() {
        List<Action> all = new ArrayList<>();
        for (Obligation owed : held.obligations().open()) {
            boolean own = owed.holder().sameRole(seat) || owed.owedTo().sameRole(seat);
            if (own) {
                all.add(action(owed, Optional.of(owed.key())));
            } else if (!isSecret(owed.holder()) && !isSecret(owed.owedTo()) && !(teaser && isKin(owed.holder()))) {
                if (opens(Part.ACTIONS, owed.key().kind())) {
                    all.add(action(owed, Optional.empty()));
                }
            }
        }
        all.sort(Comparator.comparing(Action::due).thenComparing(Action::kind).thenComparing(Action::holder));
        return all;
    }

    private Action action(Obligation owed, Optional<Key> own) {
        return new Action(
                owed.key().kind(),
                named(owed.holder(), owed.holder().organization().equals(seat.organization())),
                owed.due(),
                own);
    }

    /** Who it is by name only where the parties may be seen, and in a teaser never but in one's own house. */
    private Holder named(Holder holder, boolean own) {
        boolean named = own || (!teaser && access.sees(Part.PARTIES));
        return named ? holder : holder.heldBy(Optional.empty());
    }

    private List<Known> facts() {
        List<Known> all = new ArrayList<>();
        for (Fact fact : held.evidence().facts()) {
            if (teaser) {
                hide(Part.FACTS, fact.field());
            } else if (opens(Part.FACTS, fact.field())) {
                all.add(new Known(fact.field(), fact.version(), fact.value(), fact.grade(), fact.at(), fact.absent()));
            }
        }
        return all;
    }

    private List<Code> warnings() {
        return held.evidence().raised().stream()
                .map(Flag::code)
                .filter(flag -> opens(Part.WARNINGS, flag))
                .toList();
    }

    private List<Told> notes() {
        List<Told> all = new ArrayList<>();
        for (Note note : held.notes().all()) {
            List<Item> candidates = candidates(note);
            if (candidates.isEmpty()) {
                continue;
            }
            if (teaser) {
                hide(Part.NOTES, note.change());
            } else if (opens(Part.NOTES, note.change())) {
                List<Item> items = candidates.stream()
                        .filter(i -> opens(Part.NOTES, i.name()))
                        .toList();
                all.add(new Told(note.change(), items));
            }
        }
        return all;
    }

    /** Whoever keeps the record reads what is released, as their role is shown it; anybody else what they were told. */
    private List<Item> candidates(Note note) {
        if (access.relation() == Relation.KEEPER) {
            return note.current()
                    .map(w -> noteRules.shownTo(w.note(), seat.role()))
                    .orElse(List.of());
        }
        List<Update> told = note.sent().values().stream()
                .filter(u -> u.recipient().sameRole(seat))
                .toList();
        return told.stream()
                .skip(Math.max(0, told.size() - 1))
                .flatMap(u -> note.versions().get(u.version()).map(Written::note).stream()
                        .flatMap(n -> n.information().stream())
                        .filter(i -> u.items().contains(i.name())))
                .toList();
    }

    private boolean isSecret(Holder who) {
        OrganizationId party = who.organization();
        return !seesConfidential
                && !party.equals(seat.organization())
                && held.disclosures().isConfidential(party);
    }

    private boolean isKin(Holder who) {
        return held.team().members().stream()
                .filter(m -> m.kind() == OrganizationKind.PERSON_AND_FAMILY)
                .anyMatch(m -> m.seat().organization().equals(who.organization()));
    }
}
