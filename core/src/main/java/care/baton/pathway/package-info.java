/**
 * Definitions: how care moves on a pathway, as data. Stages and who owns them, what is needed before
 * each step, who hears when something is late, who decides what. A new service line is a new
 * definition and no new class.
 */
@NullMarked
package care.baton.pathway;

import org.jspecify.annotations.NullMarked;
