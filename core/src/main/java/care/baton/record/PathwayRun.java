package care.baton.record;

import care.baton.evidence.Covered;
import care.baton.outcome.Code;
import care.baton.outcome.State;
import care.baton.party.Digest;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** One pathway as it runs on a record, by the version of its definition that it began with or was moved to. */
@State
@Value.Immutable
public sealed interface PathwayRun permits ImmutablePathwayRun {

    /**
     * Which run.
     *
     * @return its name on this record
     */
    Code run();

    /**
     * Its definition.
     *
     * @return the pathway
     */
    Code pathway();

    /**
     * The definition's version.
     *
     * @return from 1
     */
    int version();

    /**
     * The fingerprint of the definition's content.
     *
     * @return the digest
     */
    Digest hash();

    /**
     * The stage it is in, or has left without another having begun.
     *
     * @return the stage
     */
    Optional<Code> stage();

    /**
     * Who took the stage over.
     *
     * @return its owner
     */
    Optional<Holder> owner();

    /**
     * Whether the stage is done and the next not yet received: a gap that shows.
     *
     * @return true between stages
     */
    boolean gap();

    /**
     * The stages it has left, in order.
     *
     * @return the stages
     */
    List<Code> left();

    /**
     * Who confirmed the outcome.
     *
     * @return who, once that is done
     */
    Optional<Holder> validatedBy();

    /**
     * What that confirmation looked at. When one of these changes, the outcome is to be validated again.
     *
     * @return the facts that the closure rests on, each in its version
     */
    List<Covered> validatedOn();

    /**
     * When it ended.
     *
     * @return the instant; empty while it runs
     */
    Optional<Instant> closedAt();

    /**
     * Whether it still runs.
     *
     * @return true until it is closed
     */
    default boolean isOpen() {
        return closedAt().isEmpty();
    }

    /**
     * The run after one more event that concerns it.
     *
     * @param event what happened
     * @return the run then
     */
    default PathwayRun evolve(RecordEvent event) {
        ImmutablePathwayRun.Builder next = ImmutablePathwayRun.builder().from(this);
        if (event instanceof RecordEvent.RunMoved e) {
            return next.version(e.version())
                    .hash(e.hash())
                    .validatedBy(Optional.empty())
                    .validatedOn(List.of())
                    .build();
        }
        if (event instanceof RecordEvent.StageEntered e) {
            return next.stage(e.stage()).owner(e.owner()).gap(false).build();
        }
        if (event instanceof RecordEvent.StageLeft e) {
            return next.gap(true).addLeft(e.stage()).build();
        }
        if (event instanceof RecordEvent.OutcomeValidated e) {
            return next.validatedBy(e.by()).validatedOn(e.covers()).build();
        }
        if (event instanceof RecordEvent.RunClosed e) {
            return next.closedAt(e.at()).gap(false).build();
        }
        return this;
    }

    /**
     * A run that begins.
     *
     * @param opened how it was opened
     * @return the run
     */
    static PathwayRun of(RecordEvent.RunOpened opened) {
        Objects.requireNonNull(opened, "opened");
        return ImmutablePathwayRun.builder()
                .run(opened.run())
                .pathway(opened.pathway())
                .version(opened.version())
                .hash(opened.hash())
                .gap(false)
                .build();
    }
}
