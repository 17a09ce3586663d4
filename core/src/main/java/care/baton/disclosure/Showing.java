package care.baton.disclosure;

import care.baton.disclosure.View.Action;
import care.baton.disclosure.View.Known;
import care.baton.disclosure.View.Party;
import care.baton.disclosure.View.Told;
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
import care.baton.party.OrganizationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where one view is put together, part by part: what is open goes in. */
final class Showing {

    private final Holdings held;
    private final Holder seat;
    private final Sight sight;
    private final NoteRules noteRules;

    Showing(Holdings held, Viewer viewer, Access access, NoteRules noteRules) {
        this.held = held;
        this.seat = viewer.seat();
        this.sight = new Sight(held, viewer, access);
        this.noteRules = noteRules;
    }

    View view() {
        ImmutableView.Builder view = ImmutableView.builder();
        if (sight.opens(Part.PERSON, Access.IDENTITY)) {
            view.person(held.person());
        }
        view.parties(parties())
                .actions(actions())
                .facts(facts())
                .warnings(warnings())
                .notes(notes())
                .plans(new ShowingPlans(sight).of(held.plans()))
                .risks(new ShowingRisks(sight).of(held.risks()))
                .contacts(new ShowingContacts(sight).of(held.contacts()))
                .handoffs(new ShowingHandoffs(sight).of(held.handoffs(), held.obligations()));
        sight.closes(view);
        return view.build();
    }

    private List<Party> parties() {
        List<Party> all = new ArrayList<>();
        for (Member member : held.team().members()) {
            boolean own = member.seat().organization().equals(seat.organization());
            if (member.left() || (!own && sight.isSecret(member.seat()))) {
                continue;
            }
            boolean kin = sight.isTeaser() && member.kind() == OrganizationKind.PERSON_AND_FAMILY;
            if (own || (!kin && sight.opens(Part.PARTIES, Part.PARTIES.code()))) {
                all.add(new Party(sight.named(member.seat()), member.kind()));
            }
        }
        return all;
    }

    private List<Action> actions() {
        List<Action> all = new ArrayList<>();
        for (Obligation owed : held.obligations().open()) {
            boolean own = owed.holder().sameRole(seat) || owed.owedTo().sameRole(seat);
            List<Code> items = items(owed.key());
            if (own) {
                items.forEach(sight::notice);
                all.add(action(owed, Optional.of(owed.key())));
            } else if (!sight.isSecret(owed.holder())
                    && !sight.isSecret(owed.owedTo())
                    && !(sight.isTeaser() && sight.isKin(owed.holder()))) {
                if (sight.opens(Part.ACTIONS, items)) {
                    all.add(action(owed, Optional.empty()));
                }
            }
        }
        all.sort(Comparator.comparing(Action::due).thenComparing(Action::kind).thenComparing(Action::holder));
        return all;
    }

    /** What is owed, and whatever especially protected it is about. */
    private List<Code> items(Key key) {
        List<Code> items = new ArrayList<>(List.of(key.kind()));
        List<String> about = List.of(key.subject().split(":", -1));
        held.consents().labelled().stream()
                .filter(item -> about.contains(item.value()))
                .forEach(items::add);
        return items;
    }

    private Action action(Obligation owed, Optional<Key> own) {
        return new Action(owed.key().kind(), sight.named(owed.holder()), owed.due(), own);
    }

    private List<Known> facts() {
        List<Known> all = new ArrayList<>();
        for (Fact fact : held.evidence().facts()) {
            if (sight.isTeaser()) {
                sight.hide(Part.FACTS, fact.field());
            } else if (sight.opens(Part.FACTS, fact.field())) {
                all.add(new Known(fact.field(), fact.version(), fact.value(), fact.grade(), fact.at(), fact.absent()));
            }
        }
        return all;
    }

    private List<Code> warnings() {
        return held.evidence().raised().stream()
                .map(Flag::code)
                .filter(flag -> sight.opens(Part.WARNINGS, flag))
                .toList();
    }

    private List<Told> notes() {
        List<Told> all = new ArrayList<>();
        for (Note note : held.notes().all()) {
            List<Item> candidates = candidates(note);
            if (candidates.isEmpty()) {
                continue;
            }
            if (sight.isTeaser()) {
                sight.hide(Part.NOTES, note.change());
            } else if (sight.opens(Part.NOTES, note.change())) {
                List<Item> items = candidates.stream()
                        .filter(i -> sight.opens(Part.NOTES, i.name()))
                        .toList();
                all.add(new Told(note.change(), items));
            }
        }
        return all;
    }

    /** Whoever keeps the record reads what is released, as their role is shown it; anybody else what they were told. */
    private List<Item> candidates(Note note) {
        if (sight.relation() == Relation.KEEPER) {
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
}
