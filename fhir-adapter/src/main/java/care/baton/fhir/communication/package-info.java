/**
 * What is said beside a Task: a report in its parts, a question, an answer. Each part stands by its name, so that it is
 * read back as what it was.
 */
@NullMarked
package care.baton.fhir.communication;

import org.jspecify.annotations.NullMarked;
