package care.baton.examples.hospital;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Who takes part, as the hospital's server numbers them. */
record HospitalParties(Reference patient, Reference hospital, Reference doctor) {

    /** Looks them up by identifier. */
    static HospitalParties read(HospitalRecords records) {
        return new HospitalParties(
                reference(records, Patient.class, SyntheticPatient.PATIENT),
                reference(records, Organization.class, SyntheticPatient.HOSPITAL),
                reference(records, Practitioner.class, SyntheticPatient.DOCTOR));
    }

    /** An instant as FHIR writes it, in UTC and to the millisecond. */
    static DateTimeType at(Instant instant) {
        return new DateTimeType(Date.from(instant), TemporalPrecisionEnum.MILLI, TimeZone.getTimeZone("UTC"));
    }

    private static <T extends Resource> Reference reference(
            HospitalRecords records, Class<T> type, Identifier identifier) {
        return new Reference(records.get(type, identifier).getIdElement().toUnqualifiedVersionless());
    }
}
