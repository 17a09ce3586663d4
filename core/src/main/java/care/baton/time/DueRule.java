package care.baton.time;

import java.time.Instant;
import java.util.List;

/**
 * By when something has to be done, counted from when it began: after a length of time, the same day, some business
 * days on, at a time of each day, or before the next visits.
 *
 * <p>What falls due beyond the {@link Horizon} falls due at its end. Apart from that end, what a rule gives is always
 * later than what it was counted from. Counting slots over centuries costs no more steps than the clock has changes in
 * between, however many the slots.
 */
public sealed interface DueRule permits Elapsed, SameDay, BusinessDays, Daily, BeforeVisits {

    /**
     * When it falls due, with no visit known.
     *
     * @param from when it began, by the host's clock
     * @param calendar the opening days and the time zone of the service
     * @return the instant it falls due
     * @throws IllegalArgumentException if the start lies outside the {@link Horizon}
     */
    default Instant due(Instant from, ServiceCalendar calendar) {
        return due(from, calendar, List.of());
    }

    /**
     * When it falls due, given the visits that are planned.
     *
     * @param from when it began, by the host's clock
     * @param calendar the opening days and the time zone of the service
     * @param visits the starts of the visits known now, past ones among them, in any order; only {@link BeforeVisits}
     *     looks at them
     * @return the instant it falls due
     * @throws IllegalArgumentException if the start, or a visit that is looked at, lies outside the {@link Horizon}
     */
    Instant due(Instant from, ServiceCalendar calendar, List<Instant> visits);

    /**
     * How often it has come round when it repeats: at the first slot, when that falls due, when that one does, and so
     * on.
     *
     * @param first the first slot
     * @param until the instant up to which to count, itself included; not before the first slot
     * @param calendar the opening days and the time zone of the service
     * @return the slots that have passed, and the next
     * @throws IllegalArgumentException if an instant lies outside the {@link Horizon}, or {@code until} before
     *     {@code first}
     */
    Slots passed(Instant first, Instant until, ServiceCalendar calendar);
}
