/**
 * A day of a discharge between a hospital and a home care provider that embeds Baton: the main job. What a vendor
 * would copy is {@link care.baton.examples.day.HomeCare}, the host.
 */
@NullMarked
package care.baton.examples.day;

import org.jspecify.annotations.NullMarked;
