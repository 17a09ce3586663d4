package care.baton.examples.hospital;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** What somebody may ask the hospital about: each topic by the words that name it and the record that answers it. */
enum ReferralTopic {
    /** What is taken, how much and when. */
    MEDICATION("medic|dose|tablet|timing"),
    /** How the patient gets about. */
    MOBILITY("mobil|transfer|walk|lift"),
    /** What keeps the skin whole. */
    SKIN("pressure|skin|mattress|wound"),
    /** What the family can still do. */
    CAREGIVER("caregiver|family|night"),
    /** Anything else: the request itself. */
    REQUEST("");

    private final Pattern words;

    ReferralTopic(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** The first topic with a word in the text; the request itself when there is none. */
    static ReferralTopic of(String text) {
        return Arrays.stream(values())
                .filter(topic -> topic.words.matcher(text).find())
                .findFirst()
                .orElse(REQUEST);
    }

    /** The record that answers it. */
    Resource record(HospitalRecords records) {
        return switch (this) {
            case MEDICATION -> records.get(MedicationRequest.class, DischargeReferral.MEDICATION);
            case MOBILITY -> records.get(CarePlan.class, DischargeReferral.MOBILITY);
            case SKIN -> records.get(Condition.class, DischargeReferral.SKIN);
            case CAREGIVER -> records.get(Observation.class, DischargeReferral.CAREGIVER);
            case REQUEST -> records.get(ServiceRequest.class, DischargeReferral.REQUEST);
        };
    }

    /** What that record says, in a sentence. */
    static String says(Resource record) {
        if (record instanceof MedicationRequest medication) {
            return medication.getDosageInstructionFirstRep().getText();
        } else if (record instanceof CarePlan plan) {
            return plan.getDescription();
        } else if (record instanceof Condition condition) {
            return condition.getNoteFirstRep().getText();
        } else if (record instanceof Observation observation) {
            return observation.getNoteFirstRep().getText();
        }
        return "The request stands as it was sent";
    }
}
