/**
 * Handing care from one party to the next: an offer, one of four answers, questions, conditions, and
 * always somebody who holds it. Silence, notice and escalation never move it.
 */
@NullMarked
package care.baton.handoff;

import org.jspecify.annotations.NullMarked;
