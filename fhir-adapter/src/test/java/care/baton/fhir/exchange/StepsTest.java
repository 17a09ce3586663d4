package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A party writes no status that the partner's table leaves to the other. */
class StepsTest {

    private static final PartnerProfile BSER = PartnerProfiles.bser();
    private static final SeenTask TASK =
            SeenTask.of(FhirJson.read("{\"resourceType\":\"Task\"}").value().orElseThrow(), Optional.empty());

    @Test
    void whoIsAskedAnswersAndNobodyElse() {
        assertThat(may(Party.OWNER, TaskStatus.REQUESTED, TaskStatus.ACCEPTED)).isTrue();
        assertThat(may(Party.REQUESTER, TaskStatus.REQUESTED, TaskStatus.ACCEPTED))
                .isFalse();
        assertThat(may(Party.REQUESTER, TaskStatus.REQUESTED, TaskStatus.CANCELLED))
                .isTrue();
        assertThat(may(Party.REQUESTER, TaskStatus.IN_PROGRESS, TaskStatus.FAILED))
                .isFalse();
    }

    @Test
    void onlyTheSenderAsksToCancelAndOnlyByTheWordForThat() {
        String asking = Steps.askingToCancel(BSER).orElseThrow().code();

        assertThat(next(Party.REQUESTER, asking)).hasValue(TaskStatus.IN_PROGRESS);
        assertThat(next(Party.OWNER, asking)).isEmpty();
        assertThat(next(Party.REQUESTER, "3.0")).isEmpty();
    }

    private static boolean may(Party party, TaskStatus from, TaskStatus to) {
        return Steps.may(PartnerProfiles.sdohClinicalCare(), party, TASK, from, to);
    }

    private static Optional<TaskStatus> next(Party party, String word) {
        Face face = new Face(
                Optional.of(TaskStatus.IN_PROGRESS),
                "",
                BSER.lifecycle().businessStatuses().stream()
                        .filter(status -> status.code().equals(word))
                        .findFirst(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty());
        return Steps.next(BSER, party, TASK, TaskStatus.RECEIVED, face);
    }
}
