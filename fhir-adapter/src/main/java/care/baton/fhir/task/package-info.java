/**
 * What a Task from another organization says about a handoff, and what it leaves in doubt. Nothing
 * is guessed: either a known step by a party that may take it, or named doubts for a person.
 */
@NullMarked
package care.baton.fhir.task;

import org.jspecify.annotations.NullMarked;
