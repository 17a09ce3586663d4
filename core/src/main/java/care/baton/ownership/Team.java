package care.baton.ownership;

import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.ownership.TeamEvent.AbsenceEnded;
import care.baton.ownership.TeamEvent.AbsencePlanned;
import care.baton.ownership.TeamEvent.AgreementRecorded;
import care.baton.ownership.TeamEvent.CredentialRecorded;
import care.baton.ownership.TeamEvent.MemberAcknowledged;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Agreement;
import care.baton.party.Credential;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who takes part in one person's care, and what their organizations have agreed with us. */
public final class Team {

    /** Whose credential, and of which kind. */
    private record Seal(OrganizationId organization, String person, Code kind) implements Comparable<Seal> {
        static Seal of(Credential credential) {
            return new Seal(
                    credential.organization(),
                    credential.person().map(PersonId::value).orElse(""),
                    credential.kind());
        }

        @Override
        public int compareTo(Seal other) {
            int byOrganization = organization.compareTo(other.organization);
            int byPerson = byOrganization != 0 ? byOrganization : person.compareTo(other.person);
            return byPerson != 0 ? byPerson : kind.compareTo(other.kind);
        }
    }

    private static final Team NOBODY = new Team(Index.empty(), Index.empty(), Index.empty(), Index.empty());

    private final Index<Holder, Member> members;
    private final Index<Holder, Instant> gone;
    private final Index<OrganizationId, Agreement> agreements;
    private final Index<Seal, Credential> credentials;

    private Team(
            Index<Holder, Member> members,
            Index<Holder, Instant> gone,
            Index<OrganizationId, Agreement> agreements,
            Index<Seal, Credential> credentials) {
        this.members = members;
        this.gone = gone;
        this.agreements = agreements;
        this.credentials = credentials;
    }

    /**
     * Nobody yet.
     *
     * @return an empty team
     */
    public static Team nobody() {
        return NOBODY;
    }

    /**
     * Everybody who takes part or has taken part, in a fixed order.
     *
     * @return the members
     */
    public List<Member> members() {
        return members.values();
    }

    /**
     * One member.
     *
     * @param seat organization, role and person
     * @return the member, if listed
     */
    public Optional<Member> member(Holder seat) {
        return members.get(seat);
    }

    /**
     * Whether an organization takes part now.
     *
     * @param organization the organization
     * @return true when one of its members has not left
     */
    public boolean includes(OrganizationId organization) {
        for (Index.Row<Holder, Member> row : members) {
            Member member = row.value();
            if (!member.left() && member.seat().organization().equals(organization)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether somebody of that organization takes part in that role, whoever it is.
     *
     * @param seat the organization and the role
     * @return whether it is held
     */
    public boolean holds(Holder seat) {
        for (Index.Row<Holder, Member> row : members) {
            Member member = row.value();
            if (!member.left() && member.seat().sameRole(seat)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether somebody of that organization takes part in that role or has done so before, whoever it is.
     *
     * @param seat the organization and the role
     * @return whether it is held or has been held
     */
    public boolean hasHad(Holder seat) {
        for (Index.Row<Holder, Member> row : members) {
            if (row.key().sameRole(seat)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where a role is held in this record: the first organization, in order, with a member in it.
     *
     * @param role the role
     * @return the role's seat with nobody named
     */
    public Optional<Holder> seatOf(Code role) {
        for (Index.Row<Holder, Member> row : members) {
            Member member = row.value();
            if (!member.left() && member.seat().role().equals(role)) {
                return Optional.of(member.seat().heldBy(Optional.empty()));
            }
        }
        return Optional.empty();
    }

    /**
     * Who takes over when the person in a role is gone: another member in the role who knows it and is
     * not away; else the role itself holds on, with nobody named.
     *
     * @param seat the role, with the person who is gone
     * @param at when, by the host's clock
     * @return the role's holder from then on
     */
    public Holder onDuty(Holder seat, Instant at) {
        for (Index.Row<Holder, Member> row : members) {
            Member member = row.value();
            Optional<PersonId> person = member.seat().person();
            boolean another = person.isPresent() && !person.equals(seat.person());
            if (another && member.seat().sameRole(seat) && isAtWork(member, at)) {
                return seat.heldBy(person);
            }
        }
        return seat.heldBy(Optional.empty());
    }

    private static boolean isAtWork(Member member, Instant at) {
        return !member.left() && member.acknowledged() && member.absentAt(at).isEmpty();
    }

    /**
     * Who acts for a holder at an instant: the cover while the person is away; where the cover has left by then or is
     * away as well, whoever is on duty in the role.
     *
     * @param holder who holds it
     * @param at when, by the host's clock
     * @return the holder, with the person who acts
     */
    public Holder acting(Holder holder, Instant at) {
        Optional<PersonId> cover = member(holder).flatMap(m -> m.absentAt(at)).map(Absence::cover);
        if (cover.isEmpty()) {
            return holder;
        }
        Holder standsIn = holder.heldBy(cover);
        return isThere(standsIn, at) ? standsIn : onDuty(holder, at);
    }

    /** Whoever is no member is there as long as nothing else is known. */
    private boolean isThere(Holder seat, Instant at) {
        Optional<Member> member = member(seat);
        boolean left = member.filter(Member::left).isPresent()
                && gone.get(seat).filter(at::isBefore).isEmpty();
        return !left && member.flatMap(m -> m.absentAt(at)).isEmpty();
    }

    /**
     * What has been agreed with a partner, if that holds.
     *
     * @param partner the other organization
     * @param at when, by the host's clock
     * @return the terms in force
     */
    public Optional<Agreement> agreement(OrganizationId partner, Instant at) {
        return agreements.get(partner).filter(a -> a.holdsAt(at));
    }

    /**
     * Whether anything was ever agreed with a partner, whether or not it holds.
     *
     * @param partner the other organization
     * @return true once an agreement was recorded
     */
    public boolean hasAgreed(OrganizationId partner) {
        return agreements.has(Objects.requireNonNull(partner, "partner"));
    }

    /**
     * Every credential as it was recorded last, ended ones too.
     *
     * @return the credentials, in a fixed order
     */
    public List<Credential> credentials() {
        return credentials.values();
    }

    /**
     * What speaks for somebody, in one kind of credential.
     *
     * @param holder who is asked for it
     * @param kind what kind
     * @return their own or their organization's, whichever ends last; valid or not
     */
    public Optional<Credential> credential(Holder holder, Code kind) {
        return credentials.values().stream()
                .filter(c -> c.kind().equals(kind) && c.covers(holder))
                .max(Comparator.comparing(Credential::until));
    }

    /**
     * The team after one more event.
     *
     * @param event what happened
     * @param at when it was recorded, by the host's clock
     * @return the team then
     */
    public Team evolve(TeamEvent event, Instant at) {
        if (event instanceof MemberJoined e) {
            Member member = members.get(e.seat())
                    .orElseGet(() -> new Member(e.seat(), e.kind(), e.duties(), false, List.of(), false));
            return put(member.joins(e.kind(), e.duties()));
        }
        if (event instanceof MemberAcknowledged e) {
            return change(e.seat(), Member::knows);
        }
        if (event instanceof AbsencePlanned e) {
            return change(e.seat(), m -> m.away(e.absence(), at));
        }
        if (event instanceof AbsenceEnded e) {
            return change(e.seat(), m -> m.back(at));
        }
        if (event instanceof MemberLeft e) {
            return change(e.seat(), Member::gone).leaving(e.seat(), at);
        }
        if (event instanceof CredentialRecorded e) {
            Seal seal = Seal.of(e.credential());
            return new Team(members, gone, agreements, credentials.with(seal, e.credential()));
        }
        Agreement agreement = ((AgreementRecorded) event).agreement();
        return new Team(members, gone, agreements.with(agreement.partner(), agreement), credentials);
    }

    private Team leaving(Holder seat, Instant at) {
        return member(seat).isPresent() ? new Team(members, gone.with(seat, at), agreements, credentials) : this;
    }

    private Team change(Holder seat, UnaryOperator<Member> how) {
        return members.get(seat).map(m -> put(how.apply(m))).orElse(this);
    }

    private Team put(Member member) {
        return new Team(members.with(member.seat(), member), gone, agreements, credentials);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Team that
                && members.equals(that.members)
                && gone.equals(that.gone)
                && agreements.equals(that.agreements)
                && credentials.equals(that.credentials);
    }

    @Override
    public int hashCode() {
        return Objects.hash(members, gone, agreements, credentials);
    }

    /** How many take part or have taken part. */
    @Override
    public String toString() {
        return "Team[" + members.size() + "]";
    }
}
