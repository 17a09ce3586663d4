package care.baton.evidence;

import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.time.DueRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Events of a ward: between them they use every type that a component may have. */
public sealed interface Ward extends Event {

    /** Eight fields, two of them words: what most events look like. */
    record Noted(
            Code kind,
            Holder by,
            Instant at,
            Sensitive words,
            Optional<Sensitive> aside,
            int version,
            boolean urgent,
            List<PersonId> told)
            implements Ward {
        public Noted {
            told = List.copyOf(told);
        }
    }

    /** Every plain type. */
    record Planned(
            String title,
            long number,
            Duration within,
            LocalDate from,
            LocalTime daily,
            ZoneId zone,
            DayOfWeek day,
            Shift shift,
            Digest digest,
            DueRule due,
            List<Step> steps,
            Optional<Hint> hint)
            implements Ward {
        public Planned {
            steps = List.copyOf(steps);
        }
    }

    /** No words at all. */
    record Moved(Holder to, Instant at) implements Ward {}

    /** Nothing at all. */
    record Rested() implements Ward {}

    /** A tree. */
    record Step(Code code, Sensitive text, List<Step> then) {
        public Step {
            then = List.copyOf(then);
        }
    }

    /** Text that decides nothing. */
    record Hint(@Display String text) {}

    /** A choice. */
    enum Shift {
        EARLY,
        LATE_AND_NIGHT
    }

    /** A command. */
    record TakeNote(Code kind, Sensitive words) {}
}
