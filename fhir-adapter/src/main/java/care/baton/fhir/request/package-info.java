/**
 * What is asked of another organization, as a request of its own that Tasks point to. Its author alone writes it:
 * somebody else's is read and never changed.
 */
@NullMarked
package care.baton.fhir.request;

import org.jspecify.annotations.NullMarked;
