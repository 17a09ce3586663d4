package care.baton.obligation;

import care.baton.time.Horizon;
import care.baton.time.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When lateness is heard next, along a route. */
final class Lateness {

    private Lateness() {}

    /** The first time anybody hears: at the first level, or at the due itself when there is none. */
    static Instant first(Instant due, Route route) {
        List<Level> levels = route.levels();
        return levels.isEmpty() ? due : plus(due, levels.get(0).after());
    }

    /** The next time after this many levels have been raised, when the due is what it is now. */
    static Instant next(Obligation obligation, Instant due, Instant now, ServiceCalendar calendar) {
        List<Level> levels = obligation.route().levels();
        int raised = obligation.raised();
        if (levels.isEmpty()) {
            boolean reminded = obligation.reminders() > 0;
            return reminded && !now.isBefore(due) ? obligation.route().repeat().due(now, calendar) : due;
        }
        return raised < levels.size()
                ? plus(due, levels.get(raised).after())
                : obligation.route().repeat().due(now, calendar);
    }

    static Instant plus(Instant instant, Duration length) {
        Duration left = Duration.between(instant, Horizon.LATEST);
        return length.compareTo(left) >= 0 ? Horizon.LATEST : instant.plus(length);
    }
}
