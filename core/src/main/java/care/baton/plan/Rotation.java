package care.baton.plan;

import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whose turn it is to lead a topic: everybody in turn, in the order in which they are named. */
public final class Rotation {

    private Rotation() {}

    /**
     * Who leads next.
     *
     * @param attendees who will be there, in the order in which they take turns; at least one
     * @param last who led last; empty when nobody has
     * @return the one after them; the first where nobody led, or whoever did is not there
     * @throws IllegalArgumentException if nobody will be there
     */
    public static Holder next(List<Holder> attendees, Optional<Holder> last) {
        List<Holder> all = Copy.of(attendees, "attendees");
        Objects.requireNonNull(last, "last");
        if (all.isEmpty()) {
            throw new IllegalArgumentException("attendees: at least one");
        }
        int before = last.map(all::indexOf).orElse(-1);
        return all.get((before + 1) % all.size());
    }

    /**
     * Who leads each huddle of a series.
     *
     * @param attendees who will be there, in the order in which they take turns; at least one
     * @param huddles how many huddles; not negative
     * @return who leads the first, the second and so on
     * @throws IllegalArgumentException if nobody will be there
     */
    public static List<Holder> schedule(List<Holder> attendees, int huddles) {
        List<Holder> all = Copy.of(attendees, "attendees");
        if (all.isEmpty()) {
            throw new IllegalArgumentException("attendees: at least one");
        }
        return IntStream.range(0, Math.max(0, huddles))
                .mapToObj(i -> all.get(i % all.size()))
                .toList();
    }
}
