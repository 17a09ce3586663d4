package care.baton.risk;

import care.baton.outcome.Copy;
import care.baton.outcome.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** Rules for risks that cannot be kept. It names every fault with its path. */
public final class UnsoundRulesException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> faults;

    UnsoundRulesException(List<Refusal> faults) {
        super(faults.stream().map(f -> f.path() + ": " + f.code()).collect(Collectors.joining(", ")));
        this.faults = Copy.of(faults, "faults");
    }

    /**
     * Every fault.
     *
     * @return at least one, each with the path in the rules
     */
    public List<Refusal> faults() {
        return faults;
    }
}
