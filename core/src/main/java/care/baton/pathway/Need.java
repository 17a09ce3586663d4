package care.baton.pathway;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One thing that must be there before a step: who can supply it is part of it. */
public sealed interface Need {

    /**
     * What is needed, by name: this is what a refusal and a waiver name.
     *
     * @return the item
     */
    Code item();

    /**
     * The roles that can supply it.
     *
     * @return at least one
     */
    List<Code> suppliers();

    /**
     * A field must say something, firmly enough.
     *
     * @param item the field
     * @param suppliers who may record it; at least one
     * @param atLeast how firmly it must be known
     * @param noneKnown whether an express "none known" counts, and with it that an answer was declined; that it is not
     *     known, or that nobody asked, never does
     * @param holds what it must hold, where that is more than words
     */
    record FieldNeed(Code item, List<Code> suppliers, Grade atLeast, boolean noneKnown, Optional<Holds> holds)
            implements Need {

        /**
         * Copies the suppliers.
         *
         * @throws IllegalArgumentException if nobody can supply it
         */
        public FieldNeed {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(atLeast, "atLeast");
            Objects.requireNonNull(holds, "holds");
            suppliers = atLeastOne(suppliers);
        }

        /**
         * A field that holds words.
         *
         * @param item the field
         * @param suppliers who may record it; at least one
         * @param atLeast how firmly it must be known
         * @param noneKnown whether an express "none known" counts
         * @throws IllegalArgumentException if nobody can supply it
         */
        public FieldNeed(Code item, List<Code> suppliers, Grade atLeast, boolean noneKnown) {
            this(item, suppliers, atLeast, noneKnown, Optional.empty());
        }
    }

    /**
     * While any of these warnings stands, somebody entitled must have approved exactly that.
     *
     * @param item the kind of approval
     * @param suppliers who may approve; at least one
     * @param flags the warnings that call for it; at least one
     */
    record ApprovalNeed(Code item, List<Code> suppliers, List<Code> flags) implements Need {
        /**
         * Copies the suppliers and the warnings.
         *
         * @throws IllegalArgumentException if nobody can approve or no warning calls for it
         */
        public ApprovalNeed {
            Objects.requireNonNull(item, "item");
            suppliers = atLeastOne(suppliers);
            flags = Copy.of(flags, "flags");
            if (flags.isEmpty()) {
                throw new IllegalArgumentException("flags: at least one");
            }
        }
    }

    /**
     * Another piece of work on the same run must be done.
     *
     * @param item the kind of work
     * @param suppliers who does it; at least one
     */
    record DutyNeed(Code item, List<Code> suppliers) implements Need {
        /**
         * Copies the suppliers.
         *
         * @throws IllegalArgumentException if nobody can supply it
         */
        public DutyNeed {
            Objects.requireNonNull(item, "item");
            suppliers = atLeastOne(suppliers);
        }
    }

    /**
     * Another run on the same record must have left a stage.
     *
     * @param item a name for it
     * @param suppliers who can bring it about; at least one
     * @param pathway the other run's pathway
     * @param stage the stage it must have left
     */
    record StageNeed(Code item, List<Code> suppliers, Code pathway, Code stage) implements Need {
        /**
         * Copies the suppliers.
         *
         * @throws IllegalArgumentException if nobody can supply it
         */
        public StageNeed {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(pathway, "pathway");
            Objects.requireNonNull(stage, "stage");
            suppliers = atLeastOne(suppliers);
        }
    }

    private static List<Code> atLeastOne(List<Code> suppliers) {
        List<Code> copy = Copy.of(suppliers, "suppliers");
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("suppliers: at least one role");
        }
        return copy;
    }
}
