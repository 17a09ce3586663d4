package care.baton.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One reason why something may not be done now, in terms a person can act on. It names the field,
 * the role that can supply it and the instant, and never what a field contains.
 *
 * @param code the stable reason
 * @param path what it concerns: a field, an item of a gate, a place in a definition; codes and
 *     numbers joined by {@code /}
 * @param roles who can put it right, or who alone may do this; empty when nobody can
 * @param at the instant it turns on (the host's clock), such as when a deadline passed
 * @param names what could be said instead: the nearest to what was said first, or all there is in its own order; empty
 *     where no name is at fault
 */
public record Refusal(Reason code, String path, List<Code> roles, Optional<Instant> at, List<Code> names) {

    private static final int LONGEST_PATH = 512;

    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException if the path holds anything but codes, numbers and separators
     */
    public Refusal {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(at, "at");
        roles = Copy.of(roles, "roles");
        names = Copy.of(names, "names");
        if (!isPath(path)) {
            throw new IllegalArgumentException("path: letters, digits and . - _ / [ ] : only");
        }
    }

    /**
     * A refusal in which no name is at fault.
     *
     * @param code the stable reason
     * @param path what it concerns
     * @param roles who can put it right
     * @param at the instant it turns on
     * @throws IllegalArgumentException if the path holds anything but codes, numbers and separators
     */
    public Refusal(Reason code, String path, List<Code> roles, Optional<Instant> at) {
        this(code, path, roles, at, List.of());
    }

    /**
     * A refusal that concerns one path.
     *
     * @param code the stable reason
     * @param path what it concerns
     * @return the refusal
     */
    public static Refusal of(Reason code, String path) {
        return new Refusal(code, path, List.of(), Optional.empty());
    }

    /**
     * A refusal that concerns one path and names who can put it right.
     *
     * @param code the stable reason
     * @param path what it concerns
     * @param roles who can put it right
     * @return the refusal
     */
    public static Refusal of(Reason code, String path, List<Code> roles) {
        return new Refusal(code, path, roles, Optional.empty());
    }

    /**
     * The same refusal at an instant.
     *
     * @param instant the instant it turns on
     * @return the refusal
     */
    public Refusal at(Instant instant) {
        return new Refusal(code, path, roles, Optional.of(instant), names);
    }

    /**
     * The same refusal with what could be said instead.
     *
     * @param listed the names, the nearest first
     * @return the refusal
     */
    public Refusal instead(List<Code> listed) {
        return new Refusal(code, path, roles, at, listed);
    }

    private static boolean isPath(String path) {
        Objects.requireNonNull(path, "path");
        if (path.length() > LONGEST_PATH) {
            return false;
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && "._-/[]:".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
