/**
 * A host's store, to copy and change: one H2 file that keeps each record's entries, the links to partners' servers and
 * a worklist that staff query, all of a command in one transaction.
 */
@NullMarked
package care.baton.examples.store;

import org.jspecify.annotations.NullMarked;
