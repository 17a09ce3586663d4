/**
 * Who did what with a handoff and when, as other record systems keep it: one line for each step, tied to the version of
 * the Task that it made.
 */
@NullMarked
package care.baton.fhir.history;

import org.jspecify.annotations.NullMarked;
