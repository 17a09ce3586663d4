package care.baton.record;

import care.baton.consent.Consents;
import care.baton.disclosure.DisclosureEvent;
import care.baton.disclosure.Disclosures;
import care.baton.disclosure.Holdings;
import care.baton.evidence.Event;
import care.baton.evidence.Evidence;
import care.baton.evidence.EvidenceEvent;
import care.baton.handoff.HandoffEvent;
import care.baton.handoff.Negotiation;
import care.baton.history.Index;
import care.baton.note.ContactEvent;
import care.baton.note.Contacts;
import care.baton.note.NoteEvent;
import care.baton.note.Notes;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.Obligations;
import care.baton.outcome.Code;
import care.baton.outcome.State;
import care.baton.ownership.Team;
import care.baton.ownership.TeamEvent;
import care.baton.party.Act;
import care.baton.party.HandoffId;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.VisitId;
import care.baton.plan.PlanEvent;
import care.baton.plan.Plans;
import care.baton.record.ConsentEvent.ConsentMarkedInError;
import care.baton.record.ConsentEvent.ConsentRecorded;
import care.baton.record.ConsentEvent.ConsentRevoked;
import care.baton.record.ConsentEvent.InformationLabelled;
import care.baton.record.ConsentEvent.LabelRemoved;
import care.baton.record.RecordEvent.HandoffPlaced;
import care.baton.record.RecordEvent.RecordOpened;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.VisitReported;
import care.baton.risk.RiskEvent;
import care.baton.risk.Risks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Everything that stands on a record now. It comes only from what was recorded. */
@State
@Value.Immutable
public sealed interface Chart permits ImmutableChart {

    /**
     * The organization that keeps the record.
     *
     * @return the custodian, once it is opened
     */
    Optional<OrganizationId> custodian();

    /**
     * Whose care it is about.
     *
     * @return the person, once it is opened
     */
    Optional<PersonId> person();

    /**
     * Who takes part.
     *
     * @return the team
     */
    Team team();

    /**
     * What is known.
     *
     * @return the evidence
     */
    Evidence evidence();

    /**
     * What may be shared, with whom and for what.
     *
     * @return the consents
     */
    Consents consents();

    /**
     * What went to others, and who looked past what was closed.
     *
     * @return the disclosures
     */
    Disclosures disclosures();

    /**
     * What is told to whom about each change.
     *
     * @return the notes
     */
    Notes notes();

    /**
     * Every contact that coordination took.
     *
     * @return the contacts
     */
    Contacts contacts();

    /**
     * What is known of the person's risks.
     *
     * @return the risks
     */
    Risks risks();

    /**
     * What the person wants to reach, and who does what towards it.
     *
     * @return the plans
     */
    Plans plans();

    /**
     * What is owed.
     *
     * @return the obligations
     */
    Obligations obligations();

    /**
     * The handoffs.
     *
     * @return each negotiation
     */
    Index<HandoffId, Negotiation> handoffs();

    /**
     * Which run each handoff belongs to.
     *
     * @return the runs
     */
    Index<HandoffId, Code> places();

    /**
     * Which handoff each that passes something on is part of.
     *
     * @return the wholes, by their parts
     */
    Index<HandoffId, HandoffId> wholes();

    /**
     * The pathways that run or have run.
     *
     * @return each run
     */
    Index<Code, PathwayRun> runs();

    /**
     * The visits, as the host's schedule has them.
     *
     * @return each visit as it was reported last
     */
    Index<VisitId, Visit> visits();

    /**
     * What time will bring about by itself, soonest first.
     *
     * @return each thing
     */
    Index<Foreseen, Foreseen> foreseen();

    /**
     * When the visits begin or began that are planned or were made.
     *
     * @return their starts, in the order of the visits
     */
    default List<Instant> visitStarts() {
        return visits().values().stream()
                .filter(Visit::counts)
                .map(Visit::start)
                .toList();
    }

    /**
     * What of it a view can show, or has to ask.
     *
     * @return what the record holds; empty before it is opened
     */
    default Optional<Holdings> holdings() {
        return custodian()
                .flatMap(keeper -> person().map(who -> new Holdings(
                        keeper,
                        who,
                        team(),
                        consents(),
                        disclosures(),
                        evidence(),
                        obligations(),
                        notes(),
                        contacts(),
                        risks(),
                        plans(),
                        handoffs().values())));
    }

    /**
     * Nothing stands on it yet.
     *
     * @return an empty chart
     */
    static Chart empty() {
        return ImmutableChart.builder()
                .team(Team.nobody())
                .evidence(Evidence.nothing())
                .consents(Consents.none())
                .disclosures(Disclosures.none())
                .notes(Notes.none())
                .contacts(Contacts.none())
                .risks(Risks.none())
                .plans(Plans.none())
                .obligations(Obligations.none())
                .handoffs(Index.empty())
                .places(Index.empty())
                .wholes(Index.empty())
                .runs(Index.empty())
                .visits(Index.empty())
                .foreseen(Index.empty())
                .build();
    }

    /**
     * What stands on it after one more event.
     *
     * @param act who did it and when
     * @param event what happened
     * @return what stands then
     */
    default Chart evolve(Act act, Event event) {
        ImmutableChart.Builder next = ImmutableChart.builder().from(this);
        if (event instanceof ObligationEvent e) {
            return next.obligations(obligations().evolve(e)).build();
        }
        next.foreseen(Foreseen.after(foreseen(), event));
        if (event instanceof HandoffEvent e) {
            Negotiation before = handoffs().get(e.handoff()).orElseGet(() -> Negotiation.of(e.handoff()));
            return next.handoffs(handoffs().with(e.handoff(), before.evolve(e))).build();
        }
        if (event instanceof EvidenceEvent e) {
            return next.evidence(evidence().evolve(act, e)).build();
        }
        if (event instanceof ConsentEvent e) {
            return next.consents(consented(act, e)).build();
        }
        if (event instanceof DisclosureEvent e) {
            return next.disclosures(disclosures().evolve(act, e)).build();
        }
        if (event instanceof NoteEvent e) {
            return next.notes(notes().evolve(act, e)).build();
        }
        if (event instanceof ContactEvent e) {
            return next.contacts(contacts().evolve(act, e)).build();
        }
        if (event instanceof RiskEvent e) {
            return next.risks(risks().evolve(act, e)).build();
        }
        if (event instanceof PlanEvent e) {
            return next.plans(plans().evolve(act, e)).build();
        }
        if (event instanceof TeamEvent e) {
            return next.team(team().evolve(e, act.stamp().recordedAt())).build();
        }
        if (event instanceof RecordOpened e) {
            return next.custodian(e.custodian()).person(e.person()).build();
        }
        if (event instanceof HandoffPlaced e) {
            e.partOf().ifPresent(whole -> next.wholes(wholes().with(e.handoff(), whole)));
            return next.places(places().with(e.handoff(), e.run())).build();
        }
        if (event instanceof VisitReported e) {
            return next.visits(visits().with(e.visit().id(), e.visit())).build();
        }
        if (event instanceof RunOpened e) {
            return next.runs(runs().with(e.run(), PathwayRun.of(e))).build();
        }
        return event instanceof RecordEvent e ? ran(next, e) : this;
    }

    private Consents consented(Act act, ConsentEvent event) {
        if (event instanceof ConsentRecorded e) {
            return consents()
                    .recorded(
                            e.number(),
                            e.consent(),
                            e.replaces(),
                            act.speaker(),
                            act.stamp().recordedAt());
        }
        if (event instanceof ConsentRevoked e) {
            return consents().revoked(e.number(), e.at());
        }
        if (event instanceof ConsentMarkedInError e) {
            return consents().markedInError(e.number());
        }
        if (event instanceof InformationLabelled e) {
            return consents().labelled(e.item(), e.label());
        }
        LabelRemoved e = (LabelRemoved) event;
        return consents().unlabelled(e.item(), e.label());
    }

    private Chart ran(ImmutableChart.Builder next, RecordEvent event) {
        return Runs.of(event)
                .flatMap(runs()::get)
                .<Chart>map(run ->
                        next.runs(runs().with(run.run(), run.evolve(event))).build())
                .orElse(this);
    }
}
