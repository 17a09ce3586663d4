package care.baton.disclosure;

import care.baton.consent.Consents;
import care.baton.evidence.Evidence;
import care.baton.handoff.Negotiation;
import care.baton.note.Contacts;
import care.baton.note.Notes;
import care.baton.obligation.Obligations;
import care.baton.outcome.Built;
import care.baton.outcome.Copy;
import care.baton.ownership.Team;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.plan.Plans;
import care.baton.risk.Risks;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * What a record holds, as far as any view can show it or has to ask.
 *
 * @param keeper the organization that keeps the record
 * @param person whose care it is about
 * @param team who takes part, and what was agreed with them
 * @param consents what the person allows
 * @param disclosures what went out, and the emergencies
 * @param evidence what is known
 * @param obligations what is owed
 * @param notes what is told about each change
 * @param contacts every contact that coordination took
 * @param risks what is known of the person's risks
 * @param plans what the person wants to reach, and who does what towards it
 * @param handoffs what was said in each handoff, in the order of their identifiers
 */
@Built
@Value.Builder
public record Holdings(
        OrganizationId keeper,
        PersonId person,
        Team team,
        Consents consents,
        Disclosures disclosures,
        Evidence evidence,
        Obligations obligations,
        Notes notes,
        Contacts contacts,
        Risks risks,
        Plans plans,
        List<Negotiation> handoffs) {

    /** Copies the handoffs. */
    public Holdings {
        Objects.requireNonNull(keeper, "keeper");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(consents, "consents");
        Objects.requireNonNull(disclosures, "disclosures");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(obligations, "obligations");
        Objects.requireNonNull(notes, "notes");
        Objects.requireNonNull(contacts, "contacts");
        Objects.requireNonNull(risks, "risks");
        Objects.requireNonNull(plans, "plans");
        handoffs = Copy.of(handoffs, "handoffs");
    }

    /**
     * What a record holds, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static HoldingsBuilderStages.BuildStart builder() {
        return HoldingsBuilderStages.start();
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Holdings";
    }
}
