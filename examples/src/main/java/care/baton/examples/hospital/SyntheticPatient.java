package care.baton.examples.hospital;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;

/**
 * The patient who is about to go home: made by Synthea, so that nobody in the example is real.
 *
 * <p>One transaction bundle with the patient, a care plan, its care team, the hospital and a doctor. Each entry is a
 * conditional create: loading it twice stores it once. The README beside the file says how it was made.
 */
public final class SyntheticPatient {

    private static final String SYNTHEA = "https://github.com/synthetichealth/synthea";

    /** The patient. */
    static final Identifier PATIENT = synthea("f3a319f6-fb23-990a-ff95-6bed99b22ee9");

    /** The hospital that looks after the patient. */
    static final Identifier HOSPITAL = synthea("f8918a95-31e8-3ac4-8d12-29ca6080ebda");

    /** The doctor who sends the patient home. */
    static final Identifier DOCTOR =
            new Identifier().setSystem("http://hl7.org/fhir/sid/us-npi").setValue("9999997890");

    /** The care plan that the patient had before this stay. */
    static final Identifier CARE_PLAN = synthea("13240d98-a561-9768-7efa-cfcd80c5dc61");

    /** The medicine whose time of day changes. */
    static final Identifier MEDICINE = synthea("41f79190-21c0-b159-3fcc-1feae40cd8ec");

    private SyntheticPatient() {}

    /**
     * The patient with what belongs to them.
     *
     * @param context FHIR R4
     * @return a transaction bundle of conditional creates
     */
    public static Bundle bundle(FhirContext context) {
        try (InputStream file = Objects.requireNonNull(
                SyntheticPatient.class.getResourceAsStream("synthetic-patient.json"), "synthetic-patient.json")) {
            return context.newJsonParser().parseResource(Bundle.class, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Identifier synthea(String value) {
        return new Identifier().setSystem(SYNTHEA).setValue(value);
    }
}
