package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Limits;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A partner's system, a plain client, answers what lies on its desk in a vendor's own server. */
class MountedTest {

    private static final Ward WARD = new Ward();
    private static OwnServer server;
    private static IGenericClient ehr;

    @BeforeAll
    static void starts() throws Exception {
        server = new OwnServer(WARD, Limits.standard());
        ehr = server.ehr("care");
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    @Test
    void anOfferIsReadAcceptedBegunDoneAndConfirmed() {
        String id = WARD.offers(Ward.CARE, "whole");
        Task offered = read(id);
        assertThat(offered.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(offered.getOwner().getReference()).isEqualTo("Organization/care");
        assertThat(offered.getIdentifierFirstRep().getValue()).isEqualTo("whole/offer-1");
        assertThat(WARD.holder("whole")).contains(Ward.US);

        Task accepted =
                write(offered, task -> task.setStatus(TaskStatus.ACCEPTED).setBusinessStatus(null));
        assertThat(accepted.getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        assertThat(WARD.holder("whole")).contains(Ward.CARE);

        Task begun = write(accepted, task -> task.setStatus(TaskStatus.INPROGRESS));
        assertThat(WARD.talks("whole").course()).isEqualTo(Course.STARTED);

        Task done = write(
                begun,
                task -> task.setStatus(TaskStatus.COMPLETED)
                        .addOutput()
                        .setType(new CodeableConcept().setText("result"))
                        .setValue(new StringType("Stable at home")));
        assertThat(WARD.talks("whole").course()).isEqualTo(Course.VALIDATING);
        assertThat(WARD.talks("whole").output()).hasSize(1);
        assertThat(done.getExtensionByUrl(FhirSystems.SEEN_BY_SENDER)).isNotNull();

        assertThat(WARD.says(HandoffId.of("whole"), new ValidateCompletion())).isEmpty();
        assertThat(read(id).getBusinessStatus().getText()).isEqualTo("Done and confirmed");
    }

    @Test
    void whatThePartnerHasAddedIsThereEachTimeItIsRead() {
        String id = WARD.offers(Ward.CARE, "added");
        write(read(id), task -> {
            task.addExtension(new Extension("http://ehr.example/ward", new StringType("B2")));
            task.addNote().setText("We will ring on Monday");
            task.addIdentifier().setSystem("http://ehr.example/tasks").setValue("77");
        });
        WARD.says(HandoffId.of("added"), new WithdrawOffer(1, Code.of("found-another")));

        Task withdrawn = read(id);
        assertThat(withdrawn.getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(withdrawn.getExtensionByUrl("http://ehr.example/ward")).isNotNull();
        assertThat(withdrawn.getNote()).extracting(n -> n.getText()).contains("We will ring on Monday");
        assertThat(withdrawn.getIdentifier()).hasSize(2);
        assertThat(WARD.messages).anySatisfy(one -> assertThat(one.id()).isEqualTo(id));
    }

    @Test
    void aSystemThatDropsOurExtensionsHasNotTakenThemBack() {
        String id = WARD.offers(Ward.CARE, "dropped");
        Task offered = read(id);
        assertThat(offered.getExtensionByUrl(FhirSystems.RESPOND_BY)).isNotNull();

        write(offered, task -> {
            task.getExtension().clear();
            task.addNote().setText("Seen");
        });
        assertThat(read(id).getExtensionByUrl(FhirSystems.RESPOND_BY)).isNotNull();
    }

    @Test
    void aQuestionIsSomebodysOfOursToLookAtAndMovesNothing() {
        String id = WARD.offers(Ward.CARE, "asked");
        Task asked = write(read(id), task -> {
            task.setStatus(TaskStatus.RECEIVED);
            task.setBusinessStatus(new CodeableConcept().setText("Awaiting information"));
            task.addNote().setText("On which floor?");
        });

        assertThat(asked.getStatus()).isEqualTo(TaskStatus.RECEIVED);
        assertThat(looks("asked")).containsExactly("offer-1-partner-asks");
        assertThat(WARD.holder("asked")).contains(Ward.US);
        assertThat(WARD.offer("asked").isLive()).isTrue();
        write(asked, task -> task.setStatus(TaskStatus.ACCEPTED));
        assertThat(WARD.holder("asked")).contains(Ward.CARE);
    }

    @Test
    void conditionsAreHeardAndAreNoAcceptance() {
        String id = WARD.offers(Ward.CARE, "conditions");
        write(
                read(id),
                task -> task.setBusinessStatus(new CodeableConcept().setText("Proposed on conditions, not accepted")));

        assertThat(looks("conditions")).containsExactly("offer-1-partner-asks");
        assertThat(WARD.holder("conditions")).contains(Ward.US);
    }

    @Test
    void aDeclineEndsTheOfferAndItsSenderHasSeenIt() {
        String id = WARD.offers(Ward.CARE, "declined");
        Task declined = write(
                read(id),
                task -> task.setStatus(TaskStatus.REJECTED)
                        .setStatusReason(new CodeableConcept()
                                .addCoding(new Coding(FhirSystems.REASONS, Ward.REASON.value(), null))));

        assertThat(WARD.offer("declined").state())
                .isInstanceOfSatisfying(
                        OfferState.Declined.class,
                        one -> assertThat(one.reason()).isEqualTo(Ward.REASON));
        assertThat(WARD.holder("declined")).contains(Ward.US);
        assertThat(declined.getExtensionByUrl(FhirSystems.SEEN_BY_SENDER)).isNotNull();
    }

    @Test
    void whatIsGivenBackIsOursAtOnce() {
        String id = WARD.offers(Ward.CARE, "back");
        Task held = write(read(id), task -> task.setStatus(TaskStatus.ACCEPTED));
        write(
                held,
                task -> task.setStatus(TaskStatus.FAILED).setStatusReason(new CodeableConcept().setText("Nurse ill")));

        assertThat(WARD.holder("back")).contains(Ward.US);
    }

    @Test
    void whatOurTasksPointToIsReadBesideThem() {
        String id = WARD.offers(Ward.CARE, "points", "");
        String focus = read(id).getFocus().getReference();

        assertThat(focus).startsWith("ServiceRequest/");
        assertThat(ehr.read()
                        .resource("ServiceRequest")
                        .withId(new IdType(focus))
                        .execute()
                        .getIdElement()
                        .getIdPart())
                .isEqualTo(new IdType(focus).getIdPart());
    }

    @Test
    void theSameAgainChangesNothing() {
        String id = WARD.offers(Ward.CARE, "again");
        Task noted = write(read(id), task -> task.addNote().setText("Seen"));
        int entries = WARD.entries.size();

        Task again = write(noted, task -> {});
        assertThat(again.getMeta().getVersionId()).isEqualTo(noted.getMeta().getVersionId());
        assertThat(WARD.entries).hasSize(entries);
    }

    private static java.util.List<String> looks(String name) {
        return WARD.folder(name).record().chart().obligations().openOf(name, Kinds.LOOK_INTO).stream()
                .map(one -> one.key().subject())
                .toList();
    }

    private static Task read(String id) {
        return ehr.read().resource(Task.class).withId(id).execute();
    }

    private static Task write(Task read, Consumer<Task> change) {
        Task task = read.copy();
        change.accept(task);
        WARD.now = WARD.now.plusSeconds(60);
        MethodOutcome outcome = ehr.update().resource(task).execute();
        return (Task) outcome.getResource();
    }
}
