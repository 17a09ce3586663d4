package care.baton.examples.hospital;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;

/**
 * What the hospital sends when the patient goes home: a request for home care, the Task that asks one provider to take
 * it, and the four things that have changed.
 *
 * <p>Source: SDOH Clinical Care, {@code SDOHCC-ServiceRequest} and {@code SDOHCC-TaskForReferralManagement}; the four
 * things travel as {@code additional-content} of the Task's input.
 */
final class DischargeReferral {

    static final Identifier TASK = identifier("referral-1");
    static final Identifier REQUEST = identifier("request-1");
    static final Identifier MEDICATION = identifier("medication-1");
    static final Identifier MOBILITY = identifier("mobility-1");
    static final Identifier SKIN = identifier("skin-1");
    static final Identifier CAREGIVER = identifier("caregiver-1");

    private static final String PROFILE = "http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/";
    private static final String SDOH =
            "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final Duration FIRST_VISIT = Duration.ofHours(24);
    private static final Duration FINISH_BY = Duration.ofDays(30);

    private final Reference patient;
    private final Reference hospital;
    private final Reference doctor;
    private final CarePlan planBefore;
    private final MedicationRequest medicineBefore;
    private final DateTimeType now;
    private final Instant instant;

    /** Reads what the referral is about from the hospital's records; the clock is the hospital's. */
    DischargeReferral(HospitalRecords records, HospitalParties parties, Instant now) {
        this.patient = parties.patient();
        this.hospital = parties.hospital();
        this.doctor = parties.doctor();
        this.planBefore = records.get(CarePlan.class, SyntheticPatient.CARE_PLAN);
        this.medicineBefore = records.get(MedicationRequest.class, SyntheticPatient.MEDICINE);
        this.now = HospitalParties.at(now);
        this.instant = now;
    }

    static Identifier identifier(String value) {
        return new Identifier()
                .setSystem("https://hospital.example.org/fhir/identifier")
                .setValue(value);
    }

    /** The whole referral as one transaction of conditional creates. */
    Bundle transaction(Identifier providerIdentifier, String providerName) {
        Organization provider =
                new Organization().addIdentifier(providerIdentifier).setName(providerName);
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        Reference owner = add(bundle, provider, providerIdentifier).setDisplay(providerName);
        Reference medication = add(bundle, medication(), MEDICATION).setDisplay("New medication instructions");
        Reference mobility = add(bundle, mobility(), MOBILITY).setDisplay("Changed mobility plan");
        Reference skin = add(bundle, skin(), SKIN).setDisplay("Pressure injury prevention needs");
        Reference caregiver = add(bundle, caregiver(), CAREGIVER).setDisplay("Family caregiver exhausted");
        ServiceRequest request = request(owner).addReasonReference(skin);
        Reference focus = add(bundle, request, REQUEST).setDisplay("Home care after discharge");
        Task task = task(owner, focus).addBasedOn(mobility.copy());
        for (Reference content : new Reference[] {medication, mobility, skin, caregiver}) {
            request.addSupportingInfo(content.copy());
            task.addInput()
                    .setType(coded(SDOH, "additional-content", "Additional Content"))
                    .setValue(content.copy());
        }
        add(bundle, task, TASK);
        return bundle;
    }

    private MedicationRequest medication() {
        MedicationRequest changed = new MedicationRequest()
                .addIdentifier(MEDICATION)
                .setStatus(MedicationRequest.MedicationRequestStatus.ACTIVE)
                .setIntent(MedicationRequest.MedicationRequestIntent.ORDER)
                .setMedication(medicineBefore.getMedication().copy())
                .setSubject(patient.copy())
                .setAuthoredOnElement(now.copy())
                .setRequester(doctor.copy())
                .setPriorPrescription(reference(medicineBefore));
        Timing evening = new Timing();
        evening.getRepeat()
                .setFrequency(1)
                .setPeriod(1)
                .setPeriodUnit(Timing.UnitsOfTime.D)
                .addWhen(Timing.EventTiming.EVE);
        changed.addDosageInstruction()
                .setText(
                        "One tablet each evening with food, no longer in the morning; half a tablet for the first week")
                .setTiming(evening);
        return changed;
    }

    private CarePlan mobility() {
        CarePlan plan = new CarePlan()
                .addIdentifier(MOBILITY)
                .addReplaces(reference(planBefore))
                .setStatus(CarePlan.CarePlanStatus.ACTIVE)
                .setIntent(CarePlan.CarePlanIntent.PLAN)
                .addCategory(coded("http://hl7.org/fhir/us/core/CodeSystem/careplan-category", "assess-plan", null))
                .setTitle("Mobility plan at discharge")
                .setDescription("Reduced mobility: no stairs, walking frame indoors, never up alone")
                .setSubject(patient.copy())
                .setPeriod(new Period().setStartElement(now.copy()))
                .setCreatedElement(now.copy())
                .setAuthor(doctor.copy());
        for (String activity : new String[] {
            "One person helps with every transfer between bed and chair", "Short walk with the frame twice a day"
        }) {
            plan.addActivity()
                    .getDetail()
                    .setStatus(CarePlan.CarePlanActivityStatus.SCHEDULED)
                    .setDescription(activity);
        }
        return plan;
    }

    private Condition skin() {
        return new Condition()
                .addIdentifier(SKIN)
                .setClinicalStatus(
                        coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active"))
                .addCategory(coded(
                        "http://hl7.org/fhir/us/core/CodeSystem/condition-category",
                        "health-concern",
                        "Health Concern"))
                .setCode(new CodeableConcept().setText("At risk of pressure injury"))
                .setSubject(patient.copy())
                .setRecordedDateElement(now.copy())
                .addNote(new Annotation()
                        .setText("Skin is intact. Turn every two hours in bed, look at heels and lower back at each "
                                + "visit; a pressure-relieving mattress is needed"));
    }

    private Observation caregiver() {
        return new Observation()
                .addIdentifier(CAREGIVER)
                .setStatus(Observation.ObservationStatus.FINAL)
                .setCode(new CodeableConcept().setText("Family caregiver's capacity"))
                .setSubject(patient.copy())
                .setEffective(now.copy())
                .addPerformer(doctor.copy())
                .setValue(new CodeableConcept().setText("Exhausted"))
                .addNote(new Annotation()
                        .setText("The family caregiver is exhausted and cannot do nights; helps with meals only"));
    }

    private ServiceRequest request(Reference provider) {
        ServiceRequest request = new ServiceRequest()
                .addIdentifier(REQUEST)
                .setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequest.ServiceRequestIntent.ORDER)
                .addCategory(coded(SNOMED, "410606002", "Social service procedure"))
                .addCategory(coded(SDOH, "sdoh-category-unspecified", "SDOH Category Unspecified"))
                .setPriority(ServiceRequest.ServiceRequestPriority.URGENT)
                .setCode(coded(SNOMED, "60689008", "Home care of patient"))
                .setSubject(patient.copy())
                .setOccurrence(new Period().setStartElement(HospitalParties.at(instant.plus(FIRST_VISIT))))
                .setAuthoredOnElement(now.copy())
                .setRequester(doctor.copy())
                .addPerformer(provider.copy());
        request.getMeta().addProfile(PROFILE + "SDOHCC-ServiceRequest");
        return request;
    }

    private Task task(Reference provider, Reference focus) {
        Task task = new Task()
                .addIdentifier(TASK)
                .setGroupIdentifier(identifier("handoff-1"))
                .setStatus(Task.TaskStatus.REQUESTED)
                .setIntent(Task.TaskIntent.ORDER)
                .setPriority(Task.TaskPriority.URGENT)
                .setCode(coded("http://hl7.org/fhir/CodeSystem/task-code", "fulfill", "Fulfill the focal request"))
                .setDescription("Home care after discharge: new medication timing, reduced mobility, pressure injury "
                        + "prevention, exhausted family caregiver")
                .setFocus(focus)
                .setFor(patient.copy())
                .setAuthoredOnElement(now.copy())
                .setLastModifiedElement(now.copy())
                .setRequester(hospital.copy())
                .setOwner(provider.copy());
        task.getRestriction().getPeriod().setEndElement(HospitalParties.at(instant.plus(FINISH_BY)));
        task.getMeta().addProfile(PROFILE + "SDOHCC-TaskForReferralManagement");
        return task;
    }

    private static Reference add(Bundle bundle, Resource resource, Identifier identifier) {
        String type = resource.fhirType();
        String name = type + '|' + identifier.getSystem() + '|' + identifier.getValue();
        String url = "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        bundle.addEntry()
                .setFullUrl(url)
                .setResource(resource)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl(type)
                .setIfNoneExist("identifier=" + identifier.getSystem() + '|' + identifier.getValue());
        return new Reference(url);
    }

    private static Reference reference(Resource resource) {
        return new Reference(resource.getIdElement().toUnqualifiedVersionless());
    }

    private static CodeableConcept coded(String system, String code, @Nullable String shown) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code).setDisplay(shown);
        return concept;
    }
}
