/**
 * Carrying a handoff over a FHIR server: {@code plan} says which requests are still owed, {@code perform} sends one,
 * {@code absorb} turns what came back into what is recorded. The host stores between the three; after a crash,
 * {@code plan} again is the recovery.
 */
@NullMarked
package care.baton.fhir.exchange;

import org.jspecify.annotations.NullMarked;
