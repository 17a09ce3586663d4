/**
 * A hospital as a home care provider meets it: a FHIR server of its own, a patient about to go home, and staff who
 * refer, answer questions and follow the referral until it is done.
 *
 * <p>Nothing here knows Baton. The server is HAPI's JPA server in a process of its own; the staff are plain client
 * code that acts only on what it reads from that server.
 */
@NullMarked
package care.baton.examples.hospital;

import org.jspecify.annotations.NullMarked;
