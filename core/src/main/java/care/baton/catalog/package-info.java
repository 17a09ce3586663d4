/**
 * The pathways that come with the library: how a referral is handed over, how care is coordinated after a
 * discharge, how a changed medication or service is told, and more ({@link care.baton.catalog.Catalog} lists
 * them). Data only: a host takes them as they are, or takes them as a pattern for its own.
 *
 * <p>Numbers that no rule gives are defaults; they all stand in {@link care.baton.catalog.Defaults}.
 */
@NullMarked
package care.baton.catalog;

import org.jspecify.annotations.NullMarked;
