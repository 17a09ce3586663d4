package care.baton.ownership;

import care.baton.history.History;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has held something, one after the other, without a gap and never two at once. It begins with a
 * holder and can only pass to another.
 */
public final class Tenure {

    private final History<Spell> spells;

    private Tenure(History<Spell> spells) {
        this.spells = spells;
    }

    /**
     * Held from an instant on.
     *
     * @param holder the first holder
     * @param from from when, by the host's clock
     * @return the tenure
     */
    public static Tenure begins(Holder holder, Instant from) {
        return new Tenure(History.<Spell>empty().plus(new Spell(holder, from)));
    }

    /**
     * Passed on.
     *
     * @param holder who holds it from now on
     * @param at when, by the host's clock; never before the present holder's beginning
     * @return the longer tenure
     * @throws IllegalArgumentException if the instant lies before the present holder's beginning
     */
    public Tenure passedTo(Holder holder, Instant at) {
        if (at.isBefore(spells.last().from())) {
            throw new IllegalArgumentException("at: not before the present holder's beginning");
        }
        return new Tenure(spells.plus(new Spell(holder, at)));
    }

    /**
     * Who holds it now.
     *
     * @return the last holder
     */
    public Holder holder() {
        return spells.last().holder();
    }

    /**
     * Who held it at an instant.
     *
     * @param instant the host's clock
     * @return the holder then; empty before anybody held it
     */
    public Optional<Holder> holderAt(Instant instant) {
        List<Spell> all = spells.toList();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (!all.get(i).from().isAfter(instant)) {
                return Optional.of(all.get(i).holder());
            }
        }
        return Optional.empty();
    }

    /**
     * When it began.
     *
     * @return the first holder's beginning
     */
    public Instant since() {
        return spells.iterator().next().from();
    }

    /**
     * When the present holder began.
     *
     * @return the last holder's beginning
     */
    public Instant heldSince() {
        return spells.last().from();
    }

    /**
     * Every holder in turn.
     *
     * @return first to last, at least one
     */
    public List<Spell> spells() {
        return spells.toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tenure that && spells.equals(that.spells);
    }

    @Override
    public int hashCode() {
        return spells.hashCode();
    }

    /** How often it has passed on. */
    @Override
    public String toString() {
        return "Tenure[" + spells.size() + "]";
    }
}
