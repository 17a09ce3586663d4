/** How Baton answers: done, with what happened; or refused, with everything that is missing. */
@NullMarked
package care.baton.outcome;

import org.jspecify.annotations.NullMarked;
