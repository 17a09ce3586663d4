package care.baton.fhir.exchange;

import care.baton.fhir.Concepts;
import care.baton.fhir.Instants;
import care.baton.fhir.Pointer;
import care.baton.fhir.task.SeenTerm;
import care.baton.handoff.Condition;
import care.baton.handoff.Offer;
import care.baton.outcome.Code;
import care.baton.ownership.Team;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The conditions that stand on a Task, as the record has conditions. */
final class Terms {

    /** By when something is seen to that does not say by when. */
    private static final Duration WITHIN = Duration.ofDays(1);

    /** As many as one acceptance opens; where there are more, they are seen to on the Task itself. */
    static final int MOST = 20;

    private final Offer offer;
    private final Team team;
    private final Instant now;

    /** With those who take part in the record. */
    Terms(Offer offer, Team team, Instant now) {
        this.offer = offer;
        this.team = team;
        this.now = now;
    }

    List<Condition> of(List<SeenTerm> terms) {
        return terms.size() > MOST
                ? List.of(see(terms.size()))
                : terms.stream().map(this::condition).toList();
    }

    private Condition see(int number) {
        return new Condition(
                Sensitive.of("See the " + number + " conditions on the Task"),
                Condition.Kind.LIMITATION,
                offer.sender(),
                now.plus(WITHIN));
    }

    private Condition condition(SeenTerm term) {
        return new Condition(
                Sensitive.of(term.text().isBlank() ? "(not stated)" : term.text()),
                term.kind().equals("precondition") ? Condition.Kind.PRECONDITION : Condition.Kind.LIMITATION,
                holder(term),
                due(term));
    }

    /** A day that lies beyond what any rule of ours leaves is a slip of the pen, and nobody would be told before it. */
    private Instant due(SeenTerm term) {
        Instant last = Horizon.plus(now, Horizon.LONGEST);
        return term.due()
                .flatMap(Instants::of)
                .filter(due -> !due.isAfter(last))
                .orElse(now.plus(WITHIN));
    }

    /**
     * Whose it says it is, of the two between whom it was accepted; one that it lays on anybody else is the receiver's.
     * Where it names no organization, a role of the sender is the sender's, any other the receiver's. Whom the sender's
     * organization does not have in the record, nobody would tell: then it is the sender's own.
     */
    private Holder holder(SeenTerm term) {
        Holder said = said(term);
        boolean ours = said.organization().equals(offer.sender().organization());
        boolean there = said.person().isPresent()
                ? team.member(said).filter(member -> !member.left()).isPresent()
                : team.holds(said);
        return ours && !there ? offer.sender() : said;
    }

    private Holder said(SeenTerm term) {
        Optional<Code> role = Concepts.of(term.holder());
        Optional<OrganizationId> named = term.organization().flatMap(name -> new Pointer(name).as(OrganizationId::of));
        if (named.filter(organization -> !isOfTheTwo(organization)).isPresent()) {
            return offer.to();
        }
        return named.flatMap(organization -> role.map(code -> new Holder(
                        organization, code, term.person().flatMap(name -> new Pointer(name).as(PersonId::of)))))
                .orElseGet(() -> among(role));
    }

    private boolean isOfTheTwo(OrganizationId organization) {
        return organization.equals(offer.sender().organization())
                || organization.equals(offer.to().organization());
    }

    private Holder among(Optional<Code> role) {
        if (role.equals(Optional.of(offer.sender().role()))) {
            return offer.sender();
        }
        return role.filter(code -> !code.equals(offer.to().role()))
                .map(code -> Holder.of(offer.to().organization(), code))
                .orElse(offer.to());
    }
}
