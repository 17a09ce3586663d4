package care.baton.fhir;

import ca.uhn.fhir.parser.LenientErrorHandler;

/** Takes HAPI's remarks without logging them: they quote what stood in the resource. */
final class SilentErrors extends LenientErrorHandler {

    SilentErrors() {
        super(false);
        setErrorOnInvalidValue(false);
    }
}
