/**
 * How Baton speaks with other record systems: what was read, what could not be read, and how a
 * resource that somebody else wrote is changed without losing anything of theirs.
 */
@NullMarked
package care.baton.fhir;

import org.jspecify.annotations.NullMarked;
