/**
 * By when something has to be done, and when it was: deadlines such as "within two business days", "the same day" or
 * "before the next two visits", the opening days of the service they are counted in, and the three times an event may
 * carry.
 *
 * <p>Nothing here reads a clock or the machine's time zone: the instant to count from is always given, and the zone is
 * the service's. One rule turns a time on the wall clock into an instant ({@link
 * care.baton.time.ServiceCalendar#instantOf}): the first instant at which the wall clock shows that time or a later
 * one. So a deadline is never later than a person reading the clock on the wall takes it to be.
 */
@NullMarked
package care.baton.time;

import org.jspecify.annotations.NullMarked;
