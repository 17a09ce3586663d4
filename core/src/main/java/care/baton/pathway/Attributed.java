package care.baton.pathway;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Fact;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.util.Objects;
import java.util.Optional;

/**
 * What one attribute of the person says now.
 *
 * @param field which attribute
 * @param known whether there is an answer, and if not, why
 * @param value the answer; none where there is none
 */
public record Attributed(Code field, Known known, Sensitive value) {

    /** Whether there is an answer, and if not, why. */
    public enum Known {
        /** It is answered. */
        ANSWERED,
        /** It is expressly known that there is none. */
        NONE,
        /** The person was asked and would rather not say. */
        DECLINED,
        /** Nobody knows here, asked or not. */
        UNKNOWN,
        /** It is written down that nobody has asked. */
        NOT_ASKED,
        /** Nothing was written down. */
        MISSING
    }

    /** Checks that nothing is absent. */
    public Attributed {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(known, "known");
        Objects.requireNonNull(value, "value");
    }

    static Attributed of(Code field, Optional<Fact> fact) {
        Sensitive value = fact.map(Fact::value).orElse(Sensitive.none());
        return new Attributed(field, fact.map(Attributed::known).orElse(Known.MISSING), value);
    }

    private static Known known(Fact fact) {
        if (fact.absent().isEmpty()) {
            return fact.value().isNone() ? Known.NONE : Known.ANSWERED;
        }
        AbsentReason why = fact.absent().get();
        return switch (why) {
            case ASKED_DECLINED -> Known.DECLINED;
            case NOT_ASKED -> Known.NOT_ASKED;
            case ASKED_UNKNOWN, UNKNOWN -> Known.UNKNOWN;
        };
    }

    /** Which attribute, and nothing of what it says. */
    @Override
    public String toString() {
        return "Attributed[" + field + "]";
    }
}
