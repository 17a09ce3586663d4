package care.baton.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import care.baton.trace.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Timing;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One day, told in order; the provider's side is played by raw writes. Every step of the staff is taken twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HospitalStaffTest {

    private static final Identifier PROVIDER = new Identifier()
            .setSystem("https://hospital.example.org/fhir/organization")
            .setValue("home-care");
    private static final Instant MORNING = Instant.parse("2026-06-02T08:00:00Z");
    private static final String CONDITION = "A pressure-relieving mattress is in place before the first visit";

    private final IGenericClient client = OneHospital.client();
    private final HospitalRecords records = new HospitalRecords(client);

    @Test
    @Order(1)
    void the_patient_is_admitted_once_with_care_plan_and_care_team() {
        staff().admit();
        staff().admit();

        Patient patient = records.get(Patient.class, SyntheticPatient.PATIENT);
        CarePlan plan = records.get(CarePlan.class, SyntheticPatient.CARE_PLAN);
        assertThat(plan.getSubject().getReference())
                .isEqualTo(patient.getIdElement().toUnqualifiedVersionless().getValue());
        assertThat(client.read()
                        .resource(CareTeam.class)
                        .withUrl(plan.getCareTeamFirstRep().getReference())
                        .execute()
                        .getParticipant())
                .hasSize(3);
        assertThat(records.search(
                        Patient.class,
                        new TokenClientParam("identifier")
                                .exactly()
                                .systemAndIdentifier(
                                        SyntheticPatient.PATIENT.getSystem(), SyntheticPatient.PATIENT.getValue())))
                .hasSize(1);
        assertThat(records.search(CarePlan.class)).hasSize(1);
    }

    @Test
    @Order(2)
    @Requirement({"TRN-08", "TRN-14"})
    void the_referral_is_sent_once_and_carries_what_has_changed() {
        staff().refer(MORNING);
        Task task = staff().refer(MORNING.plusSeconds(3600));

        assertThat(task.getIdElement().getVersionIdPart()).isEqualTo("1");
        assertThat(task.getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        assertThat(task.getIntent()).isEqualTo(Task.TaskIntent.ORDER);
        assertThat(task.getCode().getCodingFirstRep().getCode()).isEqualTo("fulfill");
        assertThat(task.getAuthoredOn()).isEqualTo(MORNING.toString());
        assertThat(task.getFocus().getReference())
                .isEqualTo(staff().request()
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue());
        assertThat(task.getInput())
                .extracting(input -> ((Reference) input.getValue()).getDisplay())
                .containsExactly(
                        "New medication instructions",
                        "Changed mobility plan",
                        "Pressure injury prevention needs",
                        "Family caregiver exhausted");
        MedicationRequest medication = records.get(MedicationRequest.class, DischargeReferral.MEDICATION);
        assertThat(medication
                        .getDosageInstructionFirstRep()
                        .getTiming()
                        .getRepeat()
                        .getWhen())
                .extracting(when -> when.getValue())
                .containsExactly(Timing.EventTiming.EVE);
        assertThat(records.search(ServiceRequest.class))
                .filteredOn(request -> request.getSubject().equalsDeep(task.getFor()))
                .hasSize(1);
        CarePlan mobility = records.get(CarePlan.class, DischargeReferral.MOBILITY);
        assertThat(mobility.getReplaces()).hasSize(1);
        assertThat(mobility.getDescription()).startsWith("Reduced mobility");
        assertThat(records.get(Condition.class, DischargeReferral.SKIN)
                        .getCode()
                        .getText())
                .isEqualTo("At risk of pressure injury");
        assertThat(records.get(Observation.class, DischargeReferral.CAREGIVER)
                        .getValueCodeableConcept()
                        .getText())
                .isEqualTo("Exhausted");
    }

    @Test
    @Order(3)
    void each_question_gets_one_answer_of_its_own() {
        CommunicationRequest dose = ask("When is the new tablet taken?");
        CommunicationRequest nights = ask("What can the family caregiver still do?");

        List<Communication> answers = staff().answerQuestions(MORNING.plusSeconds(1800));

        assertThat(answers)
                .extracting(answer -> answer.getBasedOnFirstRep().getReference())
                .containsExactlyInAnyOrder(id(dose), id(nights));
        assertThat(answers)
                .extracting(answer ->
                        answer.getPayloadFirstRep().getContentStringType().getValue())
                .anyMatch(text -> text.contains("each evening"))
                .anyMatch(text -> text.contains("cannot do nights"));
        assertThat(answers).allMatch(answer -> answer.getSent().toInstant().equals(MORNING.plusSeconds(1800)));
        assertThat(staff().answerQuestions(MORNING.plusSeconds(1900))).isEmpty();
    }

    @Test
    @Order(4)
    void a_proposed_condition_is_agreed_to_and_then_met() {
        CommunicationRequest asked = ask("Do you agree? " + CONDITION);
        provider(task -> {
            task.getBusinessStatus().setText("Proposed with conditions");
            task.addExtension()
                    .setUrl("https://provider.example.org/fhir/terms")
                    .addExtension("text", new StringType(CONDITION));
        });

        assertThat(staff().answerQuestions(MORNING)).isEmpty();
        assertThat(staff().reportConditionsMet(MORNING)).isEmpty();
        List<Communication> agreed = staff().agreeToConditions(MORNING.plusSeconds(7200));
        assertThat(agreed).hasSize(1);
        assertThat(agreed.get(0).getBasedOnFirstRep().getReference()).isEqualTo(id(asked));
        assertThat(agreed.get(0).getTopic().getText()).isEqualTo("Condition agreed");
        assertThat(staff().agreeToConditions(MORNING.plusSeconds(7300))).isEmpty();

        List<Communication> met = staff().reportConditionsMet(MORNING.plusSeconds(9000));
        assertThat(met).hasSize(1);
        assertThat(met.get(0).getInResponseToFirstRep().getReference()).isEqualTo(id(agreed.get(0)));
        assertThat(met.get(0).getAboutFirstRep().getReference()).isEqualTo(id(staff().task()));
        assertThat(staff().reportConditionsMet(MORNING.plusSeconds(9100))).isEmpty();
        assertThat(staff().task().getIdElement().getVersionIdPart()).isEqualTo("2");
    }

    @Test
    @Order(5)
    void the_request_stays_open_until_the_Task_is_completed_with_an_output() {
        provider(task -> {
            task.setStatus(Task.TaskStatus.ACCEPTED).setBusinessStatus(null);
            task.getExtension().clear();
        });
        assertThat(staff().complete(MORNING).getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.ACTIVE);
        provider(task -> task.setStatus(Task.TaskStatus.INPROGRESS));
        provider(task -> task.setStatus(Task.TaskStatus.COMPLETED));
        assertThat(staff().complete(MORNING).getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.ACTIVE);

        Procedure done = new Procedure()
                .setStatus(Procedure.ProcedureStatus.COMPLETED)
                .setSubject(staff().task().getFor());
        String procedure = client.create()
                .resource(done)
                .execute()
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
        provider(task ->
                task.addOutput().setValue(new Reference(procedure)).getType().setText("Resulting activity"));

        ServiceRequest completed = staff().complete(MORNING);
        assertThat(completed.getStatus()).isEqualTo(ServiceRequest.ServiceRequestStatus.COMPLETED);
        assertThat(staff().complete(MORNING).getIdElement().getVersionIdPart()).isEqualTo("2");
        assertThat(records.search(Communication.class)).hasSize(5);
    }

    @Test
    @Order(6)
    void somebody_elses_faster_write_is_kept_and_ours_is_made_on_top() {
        boolean[] raced = {false};

        ServiceRequest changed = records.change(
                ServiceRequest.class,
                DischargeReferral.REQUEST,
                request -> request.getNote().size() < 2,
                request -> {
                    if (!raced[0]) {
                        raced[0] = true;
                        ServiceRequest faster = staff().request();
                        faster.addNote().setText("faster");
                        client.update().resource(faster).execute();
                    }
                    request.addNote().setText("ours");
                });

        assertThat(changed.getNote()).extracting(note -> note.getText()).containsExactly("faster", "ours");
    }

    /** New staff each time: nothing may be remembered between two actions. */
    private HospitalStaff staff() {
        return new HospitalStaff(OneHospital.client(), PROVIDER, "Home care provider");
    }

    private CommunicationRequest ask(String text) {
        Task task = staff().task();
        CommunicationRequest question = new CommunicationRequest()
                .setStatus(CommunicationRequest.CommunicationRequestStatus.ACTIVE)
                .setSubject(task.getFor())
                .addAbout(new Reference(id(task)))
                .addRecipient(task.getRequester())
                .setSender(task.getOwner());
        question.addPayload().setContent(new StringType(text));
        return (CommunicationRequest)
                client.create().resource(question).execute().getResource();
    }

    private void provider(Consumer<Task> write) {
        Task task = staff().task();
        write.accept(task);
        client.update().resource(task).execute();
    }

    private String id(Resource resource) {
        return resource.getIdElement().toUnqualifiedVersionless().getValue();
    }
}
