package care.baton.obligation;

import care.baton.time.Horizon;
import care.baton.time.ServiceCalendar;
import java.time.Instant;
import java.util.List;

/** When lateness is heard next, along a route. */
final class Lateness {

    private Lateness() {}

    /** The first time anybody hears: at the first level, or at the due itself when there is none. */
    static Instant first(Instant due, Route route, Instant opened) {
        List<Level> levels = route.levels();
        return later(levels.isEmpty() ? due : Horizon.plus(due, levels.get(0).after()), opened);
    }

    /** The next time after this many levels have been raised, when the due is what it is now; never past. */
    static Instant next(Obligation obligation, Instant due, Instant now, ServiceCalendar calendar) {
        List<Level> levels = obligation.route().levels();
        int raised = obligation.raised();
        if (raised < levels.size()) {
            return later(Horizon.plus(due, levels.get(raised).after()), now);
        }
        boolean reminded = !levels.isEmpty() || obligation.reminders() > 0;
        return reminded && !now.isBefore(due) ? obligation.route().repeat().due(now, calendar) : later(due, now);
    }

    static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
