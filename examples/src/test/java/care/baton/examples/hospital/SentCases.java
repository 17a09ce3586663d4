package care.baton.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import care.baton.examples.hospital.ExchangeSuite.Trial;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.OfferState;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What we send is stored by the server, read by whoever is asked, and answered: between two hosts, by each profile. */
final class SentCases {

    private final Endpoint endpoint;
    private final IGenericClient client;
    private final PersonId person;

    SentCases(Endpoint endpoint, IGenericClient client, PersonId person) {
        this.endpoint = endpoint;
        this.client = client;
        this.person = person;
    }

    Map<String, Trial> all() {
        Map<String, Trial> all = new LinkedHashMap<>();
        for (PartnerProfile profile : PartnerProfiles.all()) {
            all.put("sent-asked-agreed-done: " + profile.name(), on(profile, SentCases::done));
            all.put("sent-declined-sent-again: " + profile.name(), on(profile, SentCases::declined));
            all.put("sent-taken-back: " + profile.name(), on(profile, SentCases::takenBack));
            all.put("sent-given-back: " + profile.name(), on(profile, SentCases::givenBack));
        }
        all.put("sent-done-by-a-plain-client", on(PartnerProfiles.plainR4(), this::plain));
        return all;
    }

    private Trial on(PartnerProfile profile, Consumer<TwoHosts> passage) {
        return () -> {
            try (TwoHosts two = new TwoHosts(endpoint, profile, person)) {
                two.offered();
                assertThat(two.sender.holds()).isTrue();
                assertThat(two.receiver.holds()).isFalse();
                passage.accept(two);
            }
        };
    }

    /** Whoever is asked uses another's software: it writes on the Task what FHIR says, and nothing else. */
    private void plain(TwoHosts two) {
        writes(two, task -> task.setStatus(TaskStatus.RECEIVED));
        assertThat(two.sender.holds()).isTrue();
        writes(two, task -> task.setStatus(TaskStatus.ACCEPTED));
        assertThat(two.sender.holds()).isFalse();
        writes(two, task -> task.setStatus(TaskStatus.INPROGRESS));
        assertThat(two.sender.talks().course()).isEqualTo(Course.STARTED);
        writes(
                two,
                task -> task.setStatus(TaskStatus.COMPLETED)
                        .addOutput()
                        .setType(new CodeableConcept().setText("result"))
                        .setValue(new StringType("Stable at home")));
        assertThat(two.sender.talks().course()).isEqualTo(Course.VALIDATING);
        assertThat(two.sender.holds()).isTrue();
        assertThat(two.sender.talks().output()).hasSize(1);
        two.sender.says(new ValidateCompletion());
        two.sender.looks();
        assertThat(two.sender.talks().course()).isEqualTo(Course.CLOSED);
    }

    private void writes(TwoHosts two, Consumer<Task> change) {
        Task task = client
                .search()
                .forResource(Task.class)
                .where(Task.IDENTIFIER
                        .exactly()
                        .systemAndIdentifier(FhirSystems.IDENTIFIERS, two.handoff.value() + "/offer-1"))
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .map(entry -> (Task) entry.getResource())
                .findAny()
                .orElseThrow();
        change.accept(task);
        client.update().resource(task).execute();
        two.sender.looks();
        two.sender.looks();
    }

    /** A question, then a condition, then yes; begun, done and confirmed. */
    private static void done(TwoHosts two) {
        Code dose = Code.of("dose");
        two.receiver.answers(new Answer.RequestClarification(
                List.of(new Question(dose, Sensitive.of("Which dose?"), Sensitive.none()))));
        two.bothLook();
        assertThat(two.sender.holds()).isTrue();
        two.receiver.hears(new AnswerClarification(1, dose, Sensitive.of("5 mg"), Optional.empty()));
        two.bothLook();

        two.receiver.answers(new Answer.AcceptWithConditions(List.of(new Condition(
                Sensitive.of("A mattress"),
                Condition.Kind.LIMITATION,
                two.sender.seat(),
                Instant.now().plus(Duration.ofDays(3))))));
        two.bothLook();
        two.receiver.hears(new AgreeConditions(1));
        two.bothLook();
        assertThat(two.sender.holds()).isTrue();

        accepted(two);
        two.receiver.says(new StartAction());
        two.bothLook();
        assertThat(two.sender.talks().course()).isEqualTo(Course.STARTED);
        two.receiver.says(new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Stable at home")))));
        two.bothLook();
        assertThat(two.sender.talks().course()).isEqualTo(Course.VALIDATING);
        two.sender.says(new ValidateCompletion());
        two.bothLook();
        assertThat(two.sender.talks().course()).isEqualTo(Course.CLOSED);
        assertThat(two.receiver.holds()).isFalse();
    }

    private static void declined(TwoHosts two) {
        two.receiver.answers(new Answer.Decline(Code.of("no-capacity"), Sensitive.of("Ask the county")));
        two.bothLook();
        assertThat(two.sender.offer().state()).isInstanceOf(OfferState.Declined.class);
        two.offered();
        assertThat(two.sender.holds()).isTrue();
        accepted(two);
    }

    private static void takenBack(TwoHosts two) {
        two.sender.says(new WithdrawOffer(1, Code.of("found-another")));
        two.bothLook();
        if (two.sender.offer().isLive()) {
            assertThat(two.receiver.remarks).contains("cancellation-asked");
            two.receiver.answers(new Answer.Decline(Code.of("no-capacity"), Sensitive.none()));
            two.bothLook();
        }
        assertThat(two.sender.offer().isLive()).isFalse();
        assertThat(two.receiver.offer().isLive()).isFalse();
        assertThat(two.sender.holds()).isTrue();
        assertThat(two.receiver.holds()).isFalse();
    }

    private static void givenBack(TwoHosts two) {
        accepted(two);
        two.receiver.says(new GiveBack(Code.of("no-staff")));
        two.bothLook();
        assertThat(two.sender.holds()).isTrue();
        assertThat(two.receiver.holds()).isFalse();
    }

    private static void accepted(TwoHosts two) {
        two.receiver.answers(new Answer.Accept());
        assertThat(two.receiver.holds()).as("before the server has stored it").isFalse();
        two.bothLook();
        assertThat(two.receiver.holds()).isTrue();
        assertThat(two.sender.holds()).isFalse();
    }
}
