package care.baton.consent;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;

/** What a consent speaks of. */
public sealed interface Scope {

    /**
     * What especially protected information it names.
     *
     * @return the labels; may be empty
     */
    List<Sensitivity> labels();

    /**
     * Whether an item is meant, whatever protects it.
     *
     * @param item the item
     * @return true when it is named or everything is
     */
    boolean names(Code item);

    /**
     * Whether a permission of this scope reaches a piece of information: only if it names all that protects it.
     *
     * @param what the information
     * @return true when it does
     */
    default boolean reaches(Information what) {
        return names(what.item()) && labels().containsAll(what.labels());
    }

    /**
     * Whether a refusal of this scope keeps a piece of information back: whatever protects it, unless the refusal
     * names labels; then what bears any of them.
     *
     * @param what the information
     * @return true when it does
     */
    default boolean holdsBack(Information what) {
        return names(what.item())
                && (labels().isEmpty() || what.labels().stream().anyMatch(labels()::contains));
    }

    /**
     * Everything, with the especially protected information that is named.
     *
     * @param labels what is named
     */
    record Everything(List<Sensitivity> labels) implements Scope {
        /** Copies the labels. */
        public Everything {
            labels = Copy.of(labels, "labels");
        }

        @Override
        public boolean names(Code item) {
            return true;
        }

        /** The kind of value only. */
        @Override
        public String toString() {
            return "Everything";
        }
    }

    /**
     * Some items, with the especially protected information that is named.
     *
     * @param items the items; at least one
     * @param labels what is named
     */
    record Items(List<Code> items, List<Sensitivity> labels) implements Scope {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if no item is named
         */
        public Items {
            items = Copy.of(items, "items");
            labels = Copy.of(labels, "labels");
            if (items.isEmpty()) {
                throw new IllegalArgumentException("items: at least one");
            }
        }

        @Override
        public boolean names(Code item) {
            return items.contains(item);
        }

        /** The kind of value only. */
        @Override
        public String toString() {
            return "Items";
        }
    }
}
