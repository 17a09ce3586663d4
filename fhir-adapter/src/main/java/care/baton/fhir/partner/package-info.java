/**
 * What is agreed with each kind of partner about handing work over by FHIR Task: who may write what,
 * and how. A table of data per kind of partner; a host adds its own without a class.
 */
@NullMarked
package care.baton.fhir.partner;

import org.jspecify.annotations.NullMarked;
