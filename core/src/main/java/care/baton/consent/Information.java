package care.baton.consent;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * A piece of information as somebody would share it: which, and what especially protects it.
 *
 * @param item which, such as a field of the record
 * @param labels what protects it; empty for ordinary information
 */
public record Information(Code item, List<Sensitivity> labels) {

    /** Copies the labels. */
    public Information {
        Objects.requireNonNull(item, "item");
        labels = Copy.of(labels, "labels");
    }

    /** The item only: what protects it says something about the person. */
    @Override
    public String toString() {
        return "Information[" + item + "]";
    }
}
