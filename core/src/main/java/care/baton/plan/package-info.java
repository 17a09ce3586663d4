/**
 * What the person wants to reach and who does what towards it: goals in their own words, what stands against an activity,
 * who owns each, in which phase the work is. A plan is written version by version and never changed; arrangements are
 * booked and confirmed before the person leaves; huddles, obstacles and what was shown to be understood stand beside it.
 */
@NullMarked
package care.baton.plan;

import org.jspecify.annotations.NullMarked;
