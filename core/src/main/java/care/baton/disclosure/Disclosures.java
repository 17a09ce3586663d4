package care.baton.disclosure;

import care.baton.disclosure.DisclosureEvent.ConfidentialityLifted;
import care.baton.disclosure.DisclosureEvent.EmergencyReviewed;
import care.baton.disclosure.DisclosureEvent.GlassBroken;
import care.baton.disclosure.DisclosureEvent.InformationDisclosed;
import care.baton.disclosure.DisclosureEvent.PartyKeptConfidential;
import care.baton.history.Index;
import care.baton.party.Act;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one record that went to others, the emergencies in which somebody looked past what was closed, and
 * whose part in it is kept confidential. It comes only from what was recorded.
 */
public final class Disclosures {

    private static final Disclosures NONE = new Disclosures(Index.empty(), Index.empty(), Index.empty());

    private final Index<Integer, Disclosed> all;
    private final Index<Integer, Emergency> emergencies;
    private final Index<OrganizationId, Boolean> confidential;

    private Disclosures(
            Index<Integer, Disclosed> all,
            Index<Integer, Emergency> emergencies,
            Index<OrganizationId, Boolean> confidential) {
        this.all = all;
        this.emergencies = emergencies;
        this.confidential = confidential;
    }

    /**
     * Nothing went to anybody yet.
     *
     * @return no disclosures
     */
    public static Disclosures none() {
        return NONE;
    }

    /**
     * All that went to others, in the order in which it was recorded.
     *
     * @return each disclosure
     */
    public List<Disclosed> all() {
        return all.values();
    }

    /**
     * The emergencies, in the order in which they were recorded, those that are over too.
     *
     * @return each emergency
     */
    public List<Emergency> emergencies() {
        return emergencies.values();
    }

    /**
     * One emergency.
     *
     * @param number which, from 1
     * @return the emergency, if there is one of that number
     */
    public Optional<Emergency> emergency(int number) {
        return emergencies.get(number);
    }

    /**
     * The emergency that opens a record to somebody at an instant.
     *
     * @param seat who
     * @param at the host's clock
     * @return the newest that does; empty when none does
     */
    public Optional<Emergency> openTo(Holder seat, Instant at) {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(at, "at");
        List<Emergency> open =
                emergencies.values().stream().filter(e -> e.opensFor(seat, at)).toList();
        return open.stream().skip(Math.max(0, open.size() - 1)).findFirst();
    }

    /**
     * Whether an organization's part in it is kept confidential.
     *
     * @param party which organization
     * @return true while it is
     */
    public boolean isConfidential(OrganizationId party) {
        return confidential.has(Objects.requireNonNull(party, "party"));
    }

    /**
     * What stands after one more event.
     *
     * @param act who did it and when
     * @param event what happened
     * @return what stands then
     */
    public Disclosures evolve(Act act, DisclosureEvent event) {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(event, "event");
        Instant at = act.stamp().recordedAt();
        if (event instanceof InformationDisclosed e) {
            Disclosed one = new Disclosed(e.number(), at, act.speaker(), e.to(), e.purpose(), e.shared(), e.notice());
            return new Disclosures(all.with(e.number(), one), emergencies, confidential);
        }
        if (event instanceof GlassBroken e) {
            Emergency one = new Emergency(e.number(), e.run(), e.by(), e.reason(), at, e.until(), Optional.empty());
            return new Disclosures(all, emergencies.with(e.number(), one), confidential);
        }
        if (event instanceof EmergencyReviewed e) {
            return emergency(e.number())
                    .map(one -> emergencies.with(e.number(), one.found(e.finding())))
                    .map(after -> new Disclosures(all, after, confidential))
                    .orElse(this);
        }
        if (event instanceof PartyKeptConfidential e) {
            return new Disclosures(all, emergencies, confidential.with(e.party(), true));
        }
        ConfidentialityLifted e = (ConfidentialityLifted) event;
        return new Disclosures(all, emergencies, confidential.without(e.party()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Disclosures that
                && all.equals(that.all)
                && emergencies.equals(that.emergencies)
                && confidential.equals(that.confidential);
    }

    @Override
    public int hashCode() {
        return Objects.hash(all, emergencies, confidential);
    }

    /** How many there are. */
    @Override
    public String toString() {
        return "Disclosures[" + all.size() + "]";
    }
}
