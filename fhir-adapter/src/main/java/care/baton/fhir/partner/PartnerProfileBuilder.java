package care.baton.fhir.partner;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes the table of a partner that differs from one already known in some things. What is not
 * said stays as it was there. For use by one thread.
 */
public final class PartnerProfileBuilder {

    private Code name;
    private final List<TaskCode> codes;
    private List<TaskStatus> statuses;
    private final List<TaskMove> moves;
    private final List<BusinessStatus> businessStatuses;
    private boolean businessStatusClosed;
    private final List<Cancellation> cancellations;
    private List<TaskStatus> reasonExpected;
    private Parties parties;
    private Channels channels;

    PartnerProfileBuilder(PartnerProfile base) {
        name = base.name();
        codes = new ArrayList<>(base.codes());
        statuses = base.lifecycle().statuses();
        moves = new ArrayList<>(base.lifecycle().moves());
        businessStatuses = new ArrayList<>(base.lifecycle().businessStatuses());
        businessStatusClosed = base.lifecycle().businessStatusClosed();
        cancellations = new ArrayList<>(base.lifecycle().cancellations());
        reasonExpected = base.lifecycle().reasonExpected();
        parties = base.parties();
        channels = base.channels();
    }

    /**
     * What the table is called.
     *
     * @param given the name
     * @return this
     */
    public PartnerProfileBuilder name(Code given) {
        Objects.requireNonNull(given, "given");
        name = given;
        return this;
    }

    /**
     * What a code on its Tasks means; in place of what was said of that code before.
     *
     * @param code the code
     * @return this
     */
    public PartnerProfileBuilder code(TaskCode code) {
        Objects.requireNonNull(code, "code");
        codes.removeIf(
                known -> known.system().equals(code.system()) && known.code().equals(code.code()));
        codes.add(code);
        return this;
    }

    /**
     * The statuses it uses, and no others: what was said before of a handoff's changes into another is not said any more.
     *
     * @param used the statuses; at least one
     * @return this
     */
    public PartnerProfileBuilder statuses(List<TaskStatus> used) {
        statuses = Copy.of(used, "statuses");
        moves.removeIf(move -> move.work() == Work.HANDOFF && !statuses.contains(move.to()));
        return this;
    }

    /**
     * A change of status that its guide states, beside those stated before.
     *
     * @param move the change, and who may make it
     * @return this
     */
    public PartnerProfileBuilder move(TaskMove move) {
        Objects.requireNonNull(move, "move");
        moves.add(move);
        return this;
    }

    /**
     * A business status that it lists.
     *
     * @param status the business status
     * @return this
     */
    public PartnerProfileBuilder businessStatus(BusinessStatus status) {
        Objects.requireNonNull(status, "status");
        businessStatuses.add(status);
        return this;
    }

    /**
     * Whether a business status that it does not list is a fault.
     *
     * @param closed true for a closed list
     * @return this
     */
    public PartnerProfileBuilder businessStatusClosed(boolean closed) {
        businessStatusClosed = closed;
        return this;
    }

    /**
     * How the sender takes a Task back in one status; in place of what was said before.
     *
     * @param cancellation the status and the way
     * @return this
     */
    public PartnerProfileBuilder cancellation(Cancellation cancellation) {
        Objects.requireNonNull(cancellation, "cancellation");
        cancellations.removeIf(known -> known.during() == cancellation.during());
        cancellations.add(cancellation);
        return this;
    }

    /**
     * The statuses that should come with a reason.
     *
     * @param expected the statuses
     * @return this
     */
    public PartnerProfileBuilder reasonExpected(List<TaskStatus> expected) {
        reasonExpected = Copy.of(expected, "reasonExpected");
        return this;
    }

    /**
     * Who stands where on its Tasks.
     *
     * @param given the parties
     * @return this
     */
    public PartnerProfileBuilder parties(Parties given) {
        Objects.requireNonNull(given, "given");
        parties = given;
        return this;
    }

    /**
     * By which other means it can be reached.
     *
     * @param given the channels
     * @return this
     */
    public PartnerProfileBuilder channels(Channels given) {
        Objects.requireNonNull(given, "given");
        channels = given;
        return this;
    }

    /**
     * The table.
     *
     * @return the table
     * @throws IllegalArgumentException if it could not work, as {@link Lifecycle} and {@link PartnerProfile} say
     */
    public PartnerProfile build() {
        return new PartnerProfile(
                name,
                codes,
                new Lifecycle(statuses, moves, businessStatuses, businessStatusClosed, cancellations, reasonExpected),
                parties,
                channels);
    }
}
