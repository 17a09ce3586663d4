/**
 * Climbing the ladder when something is late: each level is heard once, by the role whose turn it is,
 * and the last one is reminded until somebody acts. Whoever held it before holds it still.
 */
@NullMarked
package care.baton.escalation;

import org.jspecify.annotations.NullMarked;
