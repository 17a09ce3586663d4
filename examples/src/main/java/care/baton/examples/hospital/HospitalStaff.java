package care.baton.examples.hospital;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/**
 * The people at the hospital who send a patient home: they refer, answer what they are asked, keep what they promise
 * and close their request.
 *
 * <p>Plain FHIR over any client; nothing of the provider's software is known here. Staff remember nothing between two
 * actions: each reads the server, and does what is not yet done there. So every action may be repeated, also by another
 * process after a crash. The clock is the hospital's and is passed in; what they write carries it.
 */
public final class HospitalStaff {

    private final FhirContext context;
    private final HospitalRecords records;
    private final Identifier provider;
    private final String providerName;

    /**
     * Staff of the hospital behind that client.
     *
     * @param client reads and writes the hospital's server
     * @param provider the home care provider they refer to, as the hospital identifies it
     * @param providerName that provider's name
     */
    public HospitalStaff(IGenericClient client, Identifier provider, String providerName) {
        this.records = new HospitalRecords(client);
        this.provider = provider.copy();
        this.providerName = providerName;
        this.context = client.getFhirContext();
    }

    /** Puts the patient with their care plan and care team on the server, unless they are there. */
    public void admit() {
        records.load(SyntheticPatient.bundle(context));
    }

    /**
     * Refers the patient to the provider, unless that has been done.
     *
     * @param now the hospital's clock
     * @return the referral's Task as the server has it
     */
    public Task refer(Instant now) {
        Optional<Task> sent = records.find(Task.class, DischargeReferral.TASK);
        if (sent.isPresent()) {
            return sent.get();
        }
        HospitalParties parties = HospitalParties.read(records);
        records.load(new DischargeReferral(records, parties, now).transaction(provider, providerName));
        return task();
    }

    /**
     * The referral's Task, read from the server now.
     *
     * @return the current version
     */
    public Task task() {
        return records.get(Task.class, DischargeReferral.TASK);
    }

    /**
     * The request for home care, read from the server now.
     *
     * @return the current version
     */
    public ServiceRequest request() {
        return records.get(ServiceRequest.class, DischargeReferral.REQUEST);
    }

    /**
     * Answers every question addressed to the hospital that has no answer yet, each by a Communication of its own,
     * while the referral itself is not answered.
     *
     * @param now the hospital's clock
     * @return the answers given now, none when there was nothing to answer
     */
    public List<Communication> answerQuestions(Instant now) {
        Task task = task();
        if (task.getStatus() != Task.TaskStatus.REQUESTED && task.getStatus() != Task.TaskStatus.RECEIVED) {
            return List.of();
        }
        List<String> terms = ProposedTerms.on(task);
        List<Communication> given = new ArrayList<>();
        for (CommunicationRequest question : questions()) {
            String asked = text(question);
            if (terms.stream().noneMatch(asked::contains)) {
                Resource record = ReferralTopic.of(asked).record(records);
                Communication answer =
                        message(now, "Answer", ReferralTopic.says(record)).addBasedOn(reference(question));
                answer.addPayload().setContent(reference(record));
                say(answer, "answer-" + question.getIdElement().getIdPart()).ifPresent(given::add);
            }
        }
        return List.copyOf(given);
    }

    /**
     * Agrees to each condition that the provider has proposed on the Task and the hospital has not answered.
     *
     * @param now the hospital's clock
     * @return the agreements given now
     */
    public List<Communication> agreeToConditions(Instant now) {
        List<Communication> given = new ArrayList<>();
        for (String term : ProposedTerms.on(task())) {
            Communication agreement = message(now, "Condition agreed", "The hospital agrees: " + term);
            questions().stream()
                    .filter(question -> text(question).contains(term))
                    .findFirst()
                    .ifPresent(question -> agreement.addBasedOn(reference(question)));
            say(agreement, agreed(term).getValue()).ifPresent(given::add);
        }
        return List.copyOf(given);
    }

    /**
     * Reports each condition met that the hospital has agreed to and not yet reported.
     *
     * @param now the hospital's clock
     * @return the reports given now
     */
    public List<Communication> reportConditionsMet(Instant now) {
        List<Communication> given = new ArrayList<>();
        for (String term : ProposedTerms.on(task())) {
            Optional<Communication> agreement = records.find(Communication.class, agreed(term));
            if (agreement.isPresent()) {
                Communication report =
                        message(now, "Condition met", "Done: " + term).addInResponseTo(reference(agreement.get()));
                agreement.get().getBasedOn().forEach(question -> report.addBasedOn(question.copy()));
                report.addPayload().setContent(reference(ReferralTopic.of(term).record(records)));
                say(report, "met-" + digest(term)).ifPresent(given::add);
            }
        }
        return List.copyOf(given);
    }

    /**
     * Confirms what the provider reports as done and completes the hospital's request, once the Task is completed with
     * an output.
     *
     * @param now the hospital's clock
     * @return the request as it stands: completed, or as before while the Task is not completed or has no output
     */
    public ServiceRequest complete(Instant now) {
        Task task = task();
        if (task.getStatus() != Task.TaskStatus.COMPLETED || task.getOutput().isEmpty()) {
            return request();
        }
        say(message(now, "Service confirmed", "The hospital confirms the service as reported"), "confirmed-1");
        return records.change(
                ServiceRequest.class,
                DischargeReferral.REQUEST,
                request -> request.getStatus() == ServiceRequest.ServiceRequestStatus.ACTIVE,
                request -> request.setStatus(ServiceRequest.ServiceRequestStatus.COMPLETED));
    }

    private List<CommunicationRequest> questions() {
        HospitalParties parties = HospitalParties.read(records);
        String hospital = parties.hospital().getReference();
        return records
                .search(
                        CommunicationRequest.class,
                        new ReferenceClientParam("patient")
                                .hasId(parties.patient().getReference()),
                        new TokenClientParam("status").exactly().code("active"))
                .stream()
                .filter(question -> question.getRecipient().stream()
                        .anyMatch(to -> hospital.equals(to.getReference())
                                || SyntheticPatient.HOSPITAL.equalsShallow(to.getIdentifier())))
                .toList();
    }

    private Communication message(Instant now, String topic, String text) {
        HospitalParties parties = HospitalParties.read(records);
        Task task = task();
        Communication message = new Communication()
                .setStatus(Communication.CommunicationStatus.COMPLETED)
                .setTopic(new CodeableConcept().setText(topic))
                .setSubject(parties.patient())
                .addAbout(reference(task))
                .setSentElement(HospitalParties.at(now))
                .setSender(parties.hospital())
                .addRecipient(task.getOwner().copy());
        message.addPayload().setContent(new StringType(text));
        return message;
    }

    /** Sends the message unless one of that name is there; empty when it was. */
    private Optional<Communication> say(Communication message, String name) {
        Identifier identifier = DischargeReferral.identifier(name);
        if (records.find(Communication.class, identifier).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(records.addOnce(Communication.class, message.addIdentifier(identifier), identifier));
    }

    private static Identifier agreed(String term) {
        return DischargeReferral.identifier("agreed-" + digest(term));
    }

    private static String text(CommunicationRequest question) {
        return question.getPayload().stream()
                .filter(CommunicationRequest.CommunicationRequestPayloadComponent::hasContentStringType)
                .map(payload -> payload.getContentStringType().getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Reference reference(Resource resource) {
        return new Reference(resource.getIdElement().toUnqualifiedVersionless());
    }
}
