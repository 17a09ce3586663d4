/**
 * The coordination record: one person, one episode, kept by one organization. Every team, fact,
 * obligation, handoff and pathway of that episode, one door in, one log, and what can be read from it.
 */
@NullMarked
package care.baton.record;

import org.jspecify.annotations.NullMarked;
