package care.baton.evidence;

import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.ApprovalRevoked;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.FactSetAside;
import care.baton.evidence.EvidenceEvent.FlagCleared;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.history.History;
import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.party.Act;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known on a record now: what each field says, which warnings stand, what has been
 * approved and what has been let pass. It comes only from what was recorded.
 */
public final class Evidence {

    /** Which item is let pass, on which run. */
    private record Let(Code run, Code item) implements Comparable<Let> {
        @Override
        public int compareTo(Let other) {
            int byRun = run.compareTo(other.run);
            return byRun != 0 ? byRun : item.compareTo(other.item);
        }
    }

    private static final Evidence NOTHING = new Evidence(Index.empty(), Index.empty(), Index.empty(), Index.empty());

    private final Index<Code, History<Fact>> facts;
    private final Index<Code, Flag> flags;
    private final Index<Integer, Approval> approvals;
    private final Index<Let, History<Waiver>> waivers;

    private Evidence(
            Index<Code, History<Fact>> facts,
            Index<Code, Flag> flags,
            Index<Integer, Approval> approvals,
            Index<Let, History<Waiver>> waivers) {
        this.facts = facts;
        this.flags = flags;
        this.approvals = approvals;
        this.waivers = waivers;
    }

    /**
     * Nothing is known yet.
     *
     * @return no evidence
     */
    public static Evidence nothing() {
        return NOTHING;
    }

    /**
     * What a field says now.
     *
     * @param field the field
     * @return its newest version, if that still counts
     */
    public Optional<Fact> fact(Code field) {
        return facts.get(field).map(History::last).filter(Fact::counts);
    }

    /**
     * What every field says now, in the order of the fields.
     *
     * @return the facts that count
     */
    public List<Fact> facts() {
        return facts.values().stream().map(History::last).filter(Fact::counts).toList();
    }

    /**
     * All that a field has said, first to last, what was set aside too.
     *
     * @param field the field
     * @return its versions
     */
    public List<Fact> versions(Code field) {
        return facts.get(field).map(History::toList).orElse(List.of());
    }

    /**
     * The number that the next version of a field gets.
     *
     * @param field the field
     * @return from 1
     */
    public int nextVersion(Code field) {
        return facts.get(field).map(History::size).orElse(0) + 1;
    }

    /**
     * A warning, standing or cleared.
     *
     * @param flag which warning
     * @return how it stands, if it was ever raised
     */
    public Optional<Flag> flag(Code flag) {
        return flags.get(flag);
    }

    /**
     * Whether a warning stands.
     *
     * @param flag which warning
     * @return true when raised and not cleared
     */
    public boolean isRaised(Code flag) {
        return flags.get(flag).map(Flag::raised).orElse(false);
    }

    /**
     * Whether what was once looked at is still so.
     *
     * @param covered facts and flags, each in the version that was looked at
     * @return true when none of them has changed or was set aside since
     */
    public boolean stand(List<Covered> covered) {
        return covered.stream().allMatch(this::stands);
    }

    private boolean stands(Covered seen) {
        Optional<Integer> version = Optional.of(seen.version());
        return fact(seen.code()).map(Fact::version).equals(version)
                || flag(seen.code()).map(Flag::version).equals(version);
    }

    /**
     * The warnings that stand, by name.
     *
     * @return the flags
     */
    public List<Flag> raised() {
        return flags.values().stream().filter(Flag::raised).toList();
    }

    /**
     * All approvals in the order they were given, revoked ones too.
     *
     * @return the approvals
     */
    public List<Approval> approvals() {
        return approvals.values();
    }

    /**
     * What has been let pass for an item of a run, first to last, whether or not it is still in force.
     *
     * @param run which run
     * @param item the item of the gate
     * @return the waivers
     */
    public List<Waiver> waivers(Code run, Code item) {
        return waivers.get(new Let(run, item)).map(History::toList).orElse(List.of());
    }

    /**
     * What lets an item of a run pass at an instant. A shorter waiver does not cut a longer one off.
     *
     * @param run which run
     * @param item the item of the gate
     * @param instant the host's clock
     * @return the waiver in force; the one that ends last when there are several
     */
    public Optional<Waiver> waiverInForce(Code run, Code item, Instant instant) {
        return waivers.get(new Let(run, item)).flatMap(granted -> inForce(granted, instant));
    }

    /**
     * The waivers in force, one for each run and item, in that order: they show wherever the gate shows.
     *
     * @param instant the host's clock
     * @return the waivers
     */
    public List<Waiver> waiversInForce(Instant instant) {
        return waivers.values().stream()
                .flatMap(granted -> inForce(granted, instant).stream())
                .toList();
    }

    private static Optional<Waiver> inForce(History<Waiver> granted, Instant instant) {
        return granted.toList().stream().filter(w -> w.inForceAt(instant)).max(Comparator.comparing(Waiver::until));
    }

    /**
     * What is known after one more event.
     *
     * @param act who did it and when
     * @param event what happened
     * @return what is known then
     */
    public Evidence evolve(Act act, EvidenceEvent event) {
        Instant at = act.stamp().recordedAt();
        if (event instanceof FactRecorded e) {
            Fact fact = new Fact(
                    e.field(),
                    e.version(),
                    e.value(),
                    e.source(),
                    e.grade(),
                    act.speaker(),
                    at,
                    Fact.Standing.CURRENT,
                    e.absent());
            return facts(e.field(), versionsOf(e.field()).plus(fact));
        }
        if (event instanceof FactSetAside e) {
            Fact.Standing standing = e.inError() ? Fact.Standing.RECORDED_IN_ERROR : Fact.Standing.REVOKED;
            History<Fact> after = History.empty();
            for (Fact fact : versionsOf(e.field())) {
                after = after.plus(fact.version() == e.version() ? fact.standing(standing) : fact);
            }
            return after.isEmpty() ? this : facts(e.field(), after);
        }
        if (event instanceof FlagRaised e) {
            return flags(new Flag(e.flag(), e.version(), true, at));
        }
        if (event instanceof FlagCleared e) {
            boolean current =
                    flag(e.flag()).map(f -> f.version() == e.version()).orElse(false);
            return current ? flags(new Flag(e.flag(), e.version(), false, at)) : this;
        }
        if (event instanceof ApprovalGiven e) {
            return approvals(e.number(), new Approval(e.kind(), e.covers(), act.by(), at, true));
        }
        if (event instanceof ApprovalRevoked e) {
            return approvals
                    .get(e.number())
                    .map(a -> approvals(e.number(), new Approval(a.kind(), a.covers(), a.by(), a.at(), false)))
                    .orElse(this);
        }
        if (event instanceof WaiverGranted e) {
            Let let = new Let(e.run(), e.item());
            Waiver waiver = new Waiver(e.run(), e.item(), act.by(), e.reason(), at, e.until());
            return new Evidence(
                    facts,
                    flags,
                    approvals,
                    waivers.with(let, waivers.get(let).orElse(History.empty()).plus(waiver)));
        }
        return this;
    }

    private History<Fact> versionsOf(Code field) {
        return facts.get(field).orElse(History.empty());
    }

    private Evidence facts(Code field, History<Fact> versions) {
        return new Evidence(facts.with(field, versions), flags, approvals, waivers);
    }

    private Evidence flags(Flag flag) {
        return new Evidence(facts, flags.with(flag.code(), flag), approvals, waivers);
    }

    private Evidence approvals(int number, Approval approval) {
        return new Evidence(facts, flags, approvals.with(number, approval), waivers);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Evidence that
                && facts.equals(that.facts)
                && flags.equals(that.flags)
                && approvals.equals(that.approvals)
                && waivers.equals(that.waivers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(facts, flags, approvals, waivers);
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Evidence";
    }
}
