package care.baton.pathway;

import care.baton.outcome.Copy;
import care.baton.outcome.Refusal;
import care.baton.outcome.Sentences;
import java.util.List;
import java.util.stream.Collectors;

/** A definition that could not be run. It names every fault with its path. */
public final class UnsoundPathwayException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> faults;

    UnsoundPathwayException(List<Refusal> faults) {
        super(faults.stream()
                .map(f -> f.code() + ": " + Sentences.english().of(f))
                .collect(Collectors.joining(" ")));
        this.faults = Copy.of(faults, "faults");
    }

    /**
     * Every fault.
     *
     * @return at least one, each with the path in the definition
     */
    public List<Refusal> faults() {
        return faults;
    }
}
