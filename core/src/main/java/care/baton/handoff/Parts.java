package care.baton.handoff;

import care.baton.party.Sensitive;
import java.util.Objects;

/** The rule that a part of a form says something. Erased words were said. */
final class Parts {

    private Parts() {}

    static void say(Sensitive part, String field) {
        if (Objects.requireNonNull(part, field).isNone()) {
            throw new IllegalArgumentException(field + ": not empty");
        }
    }
}
