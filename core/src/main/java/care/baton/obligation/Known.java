package care.baton.obligation;

import care.baton.evidence.Evidence;
import care.baton.outcome.Code;
import java.time.Instant;

/** What is known where something has to be proven: the evidence, the work done and how far other pathways are. */
public interface Known {

    /**
     * What is known on the record.
     *
     * @return the evidence
     */
    Evidence evidence();

    /**
     * For which run something has to be proven: what lets an item pass counts for one run.
     *
     * @return the run
     */
    Code run();

    /**
     * Since when what is known counts for this run: when an earlier run of the same pathway was closed, what it had
     * rested on was its own.
     *
     * @return the instant, itself left out; the earliest that there is where no such run was closed
     */
    default Instant since() {
        return Instant.MIN;
    }

    /**
     * Whether a piece of work of the same run is done.
     *
     * @param duty the kind of work
     * @return true when done
     */
    boolean done(Code duty);

    /**
     * Whether another run of the same record has left a stage. One that was closed by {@link #since} is of the time
     * before, and counts no more.
     *
     * @param pathway the other run's pathway
     * @param stage the stage
     * @return true when it was left
     */
    boolean left(Code pathway, Code stage);
}
