package care.baton.fhir.explorer;

import care.baton.fhir.partner.PartnerProfile;
import care.baton.party.Holder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who plays, what each may do, and how far it goes.
 *
 * @param name what it is called
 * @param profile how Tasks are used
 * @param gated whether an acceptance needs an approval of a warning
 * @param seats the houses that use Baton
 * @param receivers everybody who may be asked
 * @param moves what systems that know nothing of Baton may do to the server's resources
 * @param server what stands on the server at first
 * @param copies how many copies of each message there are
 * @param under how many messages may be under way
 */
record SetUp(
        String name,
        PartnerProfile profile,
        boolean gated,
        List<Seat> seats,
        List<Holder> receivers,
        List<Move> moves,
        Server server,
        int copies,
        int under) {

    /**
     * A change by somebody who knows nothing of Baton.
     *
     * @param name what
     * @param most how often
     * @param made the server then; empty when it makes no sense
     */
    record Move(String name, int most, Function<Server, Optional<Server>> made) {}

    /** Its name only. */
    @Override
    public String toString() {
        return name;
    }

    /** Whether this receiver keeps no record of Baton's. */
    boolean isForeign(Holder receiver) {
        return seats.stream().noneMatch(s -> s.own().equals(receiver));
    }
}
