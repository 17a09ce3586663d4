/**
 * The contract of a store for coordination records, as tests that a host runs against its own store, with the episodes
 * of care that they are run on.
 */
@NullMarked
package care.baton.store;

import org.jspecify.annotations.NullMarked;
