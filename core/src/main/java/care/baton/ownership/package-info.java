/**
 * Who holds what, now and at any instant before: exactly one holder at a time; and the team that takes
 * part, with its duties, absences and covers.
 */
@NullMarked
package care.baton.ownership;

import org.jspecify.annotations.NullMarked;
