/**
 * What a partner's system finds when it comes to us: the Tasks by which we offer it care, to read, to search and to
 * answer. What it writes is judged as a Task read anywhere else is, and what is refused says what is missing.
 *
 * <p>{@link care.baton.fhir.server.TaskDesk} decides, on values alone. {@link care.baton.fhir.server.Mounted} puts it
 * into a RestfulServer of the host's: that, and nothing else of the adapter, needs hapi-fhir-server.
 */
@NullMarked
package care.baton.fhir.server;

import org.jspecify.annotations.NullMarked;
