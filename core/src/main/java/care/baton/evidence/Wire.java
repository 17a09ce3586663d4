package care.baton.evidence;

import care.baton.outcome.Copy;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Objects;

/**
 * A value as it travels, before or without knowing what it means: what a later release wrote and this
 * one keeps. None of its forms prints what it holds.
 */
public sealed interface Wire {

    /**
     * Text: codes, identifiers, instants, dates.
     *
     * @param value the text
     */
    record Text(String value) implements Wire {
        /** Checks that there is a text. */
        public Text {
            Objects.requireNonNull(value, "value");
        }

        /** Always the same word. */
        @Override
        public String toString() {
            return "Text";
        }
    }

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Whole(long value) implements Wire {
        /** Always the same word. */
        @Override
        public String toString() {
            return "Whole";
        }
    }

    /**
     * Yes or no.
     *
     * @param value the answer
     */
    record Truth(boolean value) implements Wire {
        /** Always the same word. */
        @Override
        public String toString() {
            return "Truth";
        }
    }

    /**
     * Words about a person.
     *
     * @param value the words
     */
    record Words(Sensitive value) implements Wire {
        /** Checks that the words are there, be they none. */
        public Words {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Several values in order.
     *
     * @param items the values
     */
    record Items(List<Wire> items) implements Wire {
        /** Copies the values. */
        public Items {
            items = Copy.of(items, "items");
        }

        /** Always the same word. */
        @Override
        public String toString() {
            return "Items";
        }
    }

    /**
     * Named values.
     *
     * @param fields the values with their names
     */
    record Fields(List<Field> fields) implements Wire {
        /** Copies the fields. */
        public Fields {
            fields = Copy.of(fields, "fields");
        }

        /** Always the same word. */
        @Override
        public String toString() {
            return "Fields";
        }
    }

    /**
     * One named value.
     *
     * @param name its name
     * @param value the value
     */
    record Field(String name, Wire value) {
        /** Checks that nothing is absent. */
        public Field {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }

        /** Always the same word. */
        @Override
        public String toString() {
            return "Field";
        }
    }
}
