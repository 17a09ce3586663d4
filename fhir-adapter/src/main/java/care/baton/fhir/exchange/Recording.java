package care.baton.fhir.exchange;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.Instants;
import care.baton.fhir.exchange.Response.Found;
import care.baton.handoff.Negotiation;
import care.baton.obligation.Obligations;
import care.baton.outcome.Applied;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Refusal;
import care.baton.ownership.Member;
import care.baton.ownership.Team;
import care.baton.party.Act;
import care.baton.party.Agreement;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.record.CoordinationRecord;
import care.baton.record.PathwayRun;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.Rulebook;
import care.baton.time.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The record while what was read is being put into it, as commands through its one door. */
final class Recording {

    private static final int LONGEST_NAME = 100;

    private final Rulebook rules;
    private final Salt salt;
    private final Instant now;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private CoordinationRecord record;
    private Optional<Instant> claimed = Optional.empty();
    private int commands;

    Recording(CoordinationRecord record, Rulebook rules, Salt salt, Instant now) {
        this.record = record;
        this.rules = rules;
        this.salt = salt;
        this.now = now;
    }

    CoordinationRecord record() {
        return record;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    Optional<Negotiation> talks(HandoffId handoff) {
        return record.chart().handoffs().get(handoff);
    }

    Obligations owed() {
        return record.chart().obligations();
    }

    /** Whether the run that the handoff belongs to is open: nothing more is said in a closed one. */
    boolean isOpen(HandoffId handoff) {
        return record.chart()
                .places()
                .get(handoff)
                .flatMap(run -> record.chart().runs().get(run))
                .filter(PathwayRun::isOpen)
                .isPresent();
    }

    /** Who takes part, as it is recorded now. */
    Team team() {
        return record.chart().team();
    }

    /** What is agreed with a partner now. */
    Optional<Agreement> agreement(OrganizationId partner) {
        return record.chart().team().agreement(partner, now);
    }

    /** The reasons that the handoff's definition lists for a decline. */
    List<Code> reasons(HandoffId handoff) {
        return record.chart()
                .places()
                .get(handoff)
                .flatMap(run -> record.chart().runs().get(run))
                .flatMap(run -> rules.pathway(run.pathway(), run.version()))
                .map(pathway -> pathway.handoff().reasons())
                .orElse(List.of());
    }

    /** What follows was read from this: when its server says that it was stored is kept beside our own time. */
    void from(Found found) {
        claimed = Instants.read(found.json().element("meta").path("lastUpdated"));
    }

    /**
     * Each under a name worked out from what was read; what one of them is refused, the rest are not tried.
     *
     * @return the one that was refused
     */
    Optional<Said> run(HandoffId handoff, String name, List<Said> said) {
        Optional<Code> run = record.chart().places().get(handoff);
        for (int i = 0; run.isPresent() && i < said.size(); i++) {
            Stamp stamp = claimed.map(Stamp.at(now)::withClaimed).orElse(Stamp.at(now));
            Act act = Act.of(
                    id(handoff.value() + "/" + name + "#" + i),
                    present(record, said.get(i).by()),
                    stamp);
            InHandoff command = new InHandoff(handoff, run.get(), said.get(i).command());
            Outcome<CoordinationRecord, Entry> outcome = record.decide(command, act, derived(), rules);
            refusals.addAll(outcome.refusals());
            if (!outcome.isApplied()) {
                return Optional.of(said.get(i));
            }
            Applied<CoordinationRecord, Entry> applied = outcome.orThrow();
            record = applied.state();
            entries.addAll(applied.events());
        }
        return Optional.empty();
    }

    /** What is read is the word of a role: whoever spoke for it may have left meanwhile. */
    static Holder present(CoordinationRecord record, Holder by) {
        boolean left = record.chart().team().member(by).filter(Member::left).isPresent();
        return left ? by.heldBy(Optional.empty()) : by;
    }

    /** Whether the first of what was said under that name is recorded. */
    boolean knows(HandoffId handoff, String name) {
        return record.ledger().knows(id(handoff.value() + "/" + name + "#0"));
    }

    static CommandId id(String name) {
        return CommandId.of("fhir:"
                + (name.length() <= LONGEST_NAME
                        ? name
                        : Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex()));
    }

    /** Each command gets salt of its own. */
    private Salt derived() {
        byte[] label = ("exchange-" + commands++).getBytes(StandardCharsets.US_ASCII);
        return Salt.of(
                Digest.of(salt.hex().getBytes(StandardCharsets.US_ASCII), label).bytes());
    }
}
