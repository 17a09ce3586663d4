package care.baton.fhir.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.baton.fhir.FhirSystems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped tables against what was found written, transition by transition. */
class PartnerProfilesTest {

    private static final Path FOUND = Path.of("")
            .toAbsolutePath()
            .resolve("../../shared/fhir/task-transitions.tsv")
            .normalize();

    private static final Map<String, Party> WHO = Map.of(
            "requester", Party.REQUESTER,
            "initiator", Party.REQUESTER,
            "target", Party.OWNER,
            "recipient", Party.OWNER,
            "patient app", Party.OWNER,
            "fulfiller", Party.OWNER);

    @Test
    void sdohClinicalCareStatesExactlyWhatItsDiagramsShow() throws IOException {
        Lifecycle lifecycle = PartnerProfiles.sdohClinicalCare().lifecycle();

        assertThat(stated(lifecycle, Work.HANDOFF)).containsExactlyElementsOf(found("SDOHCC-referral"));
        assertThat(stated(lifecycle, Work.PATIENT_TASK)).containsExactlyElementsOf(found("SDOHCC-patient"));
    }

    @Test
    void bserStatesExactlyWhatItsTransitionsShow() throws IOException {
        assertThat(stated(PartnerProfiles.bser().lifecycle(), Work.HANDOFF))
                .containsExactlyElementsOf(found("BSeR/360X"));
    }

    @Test
    void clinicalOrderWorkflowStatesWhatItsStatesShowAndThatThePlacerCancelsUntilWorkBegins() throws IOException {
        Lifecycle lifecycle = PartnerProfiles.clinicalOrderWorkflow().lifecycle();

        String unableAfterAcceptance = "accepted > failed OWNER";
        assertThat(stated(lifecycle, Work.HANDOFF))
                .as("its page on cancelling lets whoever accepted say that it failed, begun or not")
                .contains(unableAfterAcceptance)
                .filteredOn(line -> !line.contains("cancelled") && !line.equals(unableAfterAcceptance))
                .containsExactlyElementsOf(found("COW"));
        assertThat(stated(lifecycle, Work.HANDOFF))
                .filteredOn(line -> line.contains("cancelled"))
                .containsExactly(
                        "accepted > cancelled REQUESTER",
                        "in-progress > cancelled OWNER",
                        "received > cancelled REQUESTER",
                        "requested > cancelled REQUESTER");
        assertThat(lifecycle.cancellation(TaskStatus.ACCEPTED)).isEqualTo(CancelWay.DIRECT);
        assertThat(lifecycle.cancellation(TaskStatus.IN_PROGRESS)).isEqualTo(CancelWay.ASKED_BY_ABORT_TASK);
        assertThat(lifecycle.cancellation(TaskStatus.ON_HOLD)).isEqualTo(CancelWay.ASKED_BY_ABORT_TASK);
    }

    @Test
    void clinicalOrderWorkflowAsksSeveralByACodeAndNobodyElseDoes() {
        for (PartnerProfile profile : PartnerProfiles.all()) {
            boolean cow = profile.name().value().equals("clinical-order-workflow");

            assertThat(profile.inviting().isEmpty()).as(profile.name().value()).isEqualTo(!cow);
        }
        assertThat(PartnerProfiles.clinicalOrderWorkflow().inviting().get(0).system())
                .isEqualTo(FhirSystems.COW_CODES);
    }

    @Test
    void noTwoShippedTablesHaveOneName() {
        assertThat(PartnerProfiles.all()).extracting(PartnerProfile::name).doesNotHaveDuplicates();
    }

    @Test
    void aPartnerThatUsesNoStatusIsNone() {
        PartnerProfileBuilder none = PartnerProfiles.plainR4().toBuilder().statuses(List.of());

        assertThatThrownBy(none::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("statuses");
    }

    @Test
    void whoUsesFewerStatusesMakesNoChangeIntoTheOthers() {
        PartnerProfile fewer = PartnerProfiles.sdohClinicalCare().toBuilder()
                .statuses(List.of(TaskStatus.REQUESTED, TaskStatus.ACCEPTED, TaskStatus.REJECTED, TaskStatus.COMPLETED))
                .build();

        assertThat(fewer.lifecycle().moves())
                .filteredOn(move -> move.work() == Work.HANDOFF)
                .extracting(TaskMove::to)
                .containsOnly(TaskStatus.REQUESTED, TaskStatus.ACCEPTED, TaskStatus.REJECTED, TaskStatus.COMPLETED);
    }

    @Test
    void whereAGuideIsSilentTheGeneralDiagramHoldsAndIsMarked() {
        Lifecycle plain = PartnerProfiles.plainR4().lifecycle();
        Lifecycle sdoh = PartnerProfiles.sdohClinicalCare().lifecycle();

        assertThat(plain.between(Work.HANDOFF, TaskStatus.REQUESTED, TaskStatus.ACCEPTED, List.of()))
                .extracting(TaskMove::stated)
                .containsExactly(Stated.BY_R4);
        assertThat(sdoh.between(Work.HANDOFF, TaskStatus.REQUESTED, TaskStatus.ACCEPTED, List.of()))
                .extracting(TaskMove::stated)
                .containsExactly(Stated.BY_GUIDE);
        assertThat(sdoh.between(Work.HANDOFF, TaskStatus.RECEIVED, TaskStatus.ACCEPTED, List.of()))
                .extracting(TaskMove::stated)
                .containsExactly(Stated.BY_R4);
        assertThat(plain.between(Work.HANDOFF, TaskStatus.REQUESTED, TaskStatus.COMPLETED, List.of()))
                .isEmpty();
    }

    @Test
    void aCancellationGoesTheWayTheGuideStates() {
        assertThat(PartnerProfiles.sdohClinicalCare().lifecycle().cancellation(TaskStatus.IN_PROGRESS))
                .isEqualTo(CancelWay.DIRECT);
        assertThat(PartnerProfiles.bser().lifecycle().cancellation(TaskStatus.ACCEPTED))
                .isEqualTo(CancelWay.ASKED_BY_BUSINESS_STATUS);
        assertThat(PartnerProfiles.plainR4().lifecycle().cancellation(TaskStatus.REQUESTED))
                .isEqualTo(CancelWay.NOT_STATED);
        assertThat(PartnerProfiles.plainR4().lifecycle().cancellation(TaskStatus.REJECTED))
                .isEqualTo(CancelWay.NOT_POSSIBLE);
    }

    @Test
    void whatACodeMeansStandsInTheTableByItselfOrForItsWholeList() {
        PartnerProfile plain = PartnerProfiles.plainR4();
        PartnerProfile sdoh = PartnerProfiles.sdohClinicalCare();

        assertThat(plain.work(FhirSystems.TASK_CODE, "fulfill")).containsExactly(Work.HANDOFF);
        assertThat(plain.work(FhirSystems.TASK_CODE, "approve")).containsExactly(Work.OTHER);
        assertThat(plain.work(FhirSystems.TASK_CODE, "suspend")).containsExactly(Work.CHANGE_REQUEST);
        assertThat(plain.work(FhirSystems.PAS_TASK_CODE, "attachment-request-code"))
                .containsExactly(Work.OTHER);
        assertThat(plain.work("http://example.org/codes", "fulfill")).isEmpty();
        assertThat(plain.work(FhirSystems.SDC_TASK_CODE, "complete-questionnaire"))
                .isEmpty();
        assertThat(sdoh.work(FhirSystems.SDC_TASK_CODE, "complete-questionnaire"))
                .containsExactly(Work.PATIENT_TASK);
        assertThat(sdoh.work(FhirSystems.SDOHCC_CODES, "make-contact")).containsExactly(Work.PATIENT_TASK);
        assertThat(sdoh.work(FhirSystems.SDOHCC_CODES, "resolve")).isEmpty();
        assertThat(sdoh.work(FhirSystems.TASK_CODE, "fulfill")).containsExactly(Work.HANDOFF);
    }

    @Test
    void aBusinessStatusIsFoundByItsListAndItsNumber() {
        Lifecycle bser = PartnerProfiles.bser().lifecycle();

        assertThat(bser.businessStatus(FhirSystems.BSER_BUSINESS_STATUS, "5.2"))
                .hasValueSatisfying(asks -> assertThat(asks.asksToCancel()).isTrue());
        assertThat(bser.businessStatus(FhirSystems.BSER_BUSINESS_STATUS, "7.0")).hasValueSatisfying(done -> {
            assertThat(done.asksToCancel()).isFalse();
            assertThat(done.beside()).containsExactly(TaskStatus.COMPLETED);
        });
        assertThat(bser.businessStatus(FhirSystems.BSER_BUSINESS_STATUS, "8.0")).isEmpty();
        assertThat(bser.businessStatus("http://example.org/own", "5.2")).isEmpty();
    }

    @Test
    void anInitiatorMayOnlyAskToCancelBySayingSo() {
        Lifecycle bser = PartnerProfiles.bser().lifecycle();

        assertThat(bser.between(Work.HANDOFF, TaskStatus.RECEIVED, TaskStatus.IN_PROGRESS, List.of("5.2")))
                .extracting(TaskMove::who)
                .containsExactly(List.of(Party.REQUESTER));
        assertThat(bser.between(Work.HANDOFF, TaskStatus.RECEIVED, TaskStatus.IN_PROGRESS, List.of("5.1")))
                .isEmpty();
        assertThat(bser.between(Work.HANDOFF, TaskStatus.ACCEPTED, TaskStatus.IN_PROGRESS, List.of("5.1")))
                .extracting(TaskMove::who)
                .containsExactly(List.of(Party.OWNER));
    }

    @Test
    void aTaskRecordedInErrorIsSoByItsSenderAndOnce() {
        Lifecycle sdoh = PartnerProfiles.sdohClinicalCare().lifecycle();

        for (TaskStatus before : TaskStatus.values()) {
            assertThat(sdoh.between(Work.HANDOFF, before, TaskStatus.ENTERED_IN_ERROR, List.of()))
                    .as(before.code())
                    .hasSize(before == TaskStatus.ENTERED_IN_ERROR ? 0 : 1)
                    .allMatch(move -> move.who().equals(List.of(Party.REQUESTER)));
        }
    }

    @Test
    void whoTellsThatAnOfferWasSeenUsesTheStatusReceived() {
        assertThat(PartnerProfiles.clinicalOrderWorkflow().lifecycle().received())
                .isTrue();
        assertThat(PartnerProfiles.statusAndNotes().lifecycle().received()).isFalse();
        assertThat(PartnerProfiles.clinicalOrderWorkflow().lifecycle().statuses())
                .hasSize(TaskStatus.values().length - 1)
                .doesNotContain(TaskStatus.READY);
        assertThat(PartnerProfiles.statusAndNotes().lifecycle().statuses())
                .hasSize(TaskStatus.values().length - 2)
                .doesNotContain(TaskStatus.READY, TaskStatus.RECEIVED);
    }

    @Test
    void everyStatusIsAWordOfFhirAndFourOfThemSayThatSomebodyHoldsIt() {
        for (TaskStatus status : TaskStatus.values()) {
            assertThat(TaskStatus.of(status.code())).hasValue(status);
        }
        assertThat(TaskStatus.of("begun")).isEmpty();
        assertThat(TaskStatus.IN_PROGRESS.code()).isEqualTo("in-progress");
        assertThat(TaskStatus.values())
                .filteredOn(TaskStatus::saysHeld)
                .containsExactly(TaskStatus.ACCEPTED, TaskStatus.IN_PROGRESS, TaskStatus.ON_HOLD, TaskStatus.COMPLETED);
        assertThat(TaskStatus.values())
                .filteredOn(TaskStatus::ended)
                .containsExactly(
                        TaskStatus.REJECTED,
                        TaskStatus.CANCELLED,
                        TaskStatus.FAILED,
                        TaskStatus.COMPLETED,
                        TaskStatus.ENTERED_IN_ERROR);
    }

    @Test
    void aPartnerMayTakeAProvenanceBesideAllElse() {
        Channels channels = PartnerProfiles.plainR4().channels();

        assertThat(channels.provenance()).isFalse();
        assertThat(channels.withProvenance().provenance()).isTrue();
        assertThat(channels.withProvenance())
                .usingRecursiveComparison()
                .ignoringFields("provenance")
                .isEqualTo(channels);
    }

    @Test
    void theRowsOfATablePrintWhatTheyAreAndNothingOfWhatTheySay() {
        PartnerProfile bser = PartnerProfiles.bser();

        assertThat(bser.lifecycle().moves().get(0)).hasToString("TaskMove");
        assertThat(bser.lifecycle().businessStatuses().get(0)).hasToString("BusinessStatus");
        assertThat(bser.codes().get(0)).hasToString("TaskCode");
    }

    /** Each stated change and who makes it, one line each, sorted. */
    private static List<String> stated(Lifecycle lifecycle, Work work) {
        TreeSet<String> lines = new TreeSet<>();
        for (TaskMove move : lifecycle.moves()) {
            for (TaskStatus from : move.from()) {
                for (Party who : move.who()) {
                    if (move.work() == work) {
                        lines.add(from.code() + " > " + move.to().code() + " " + who);
                    }
                }
            }
        }
        return List.copyOf(lines);
    }

    private static List<String> found(String source) throws IOException {
        if (!Files.isRegularFile(FOUND)) {
            assertThat(System.getenv("CI"))
                    .as("the list of transitions is absent")
                    .isNotEqualTo("true");
            assumeTrue(false, "the list of transitions is absent");
        }
        TreeSet<String> lines = new TreeSet<>();
        for (String line : Files.readAllLines(FOUND)) {
            String[] cells = line.split("\t");
            if (cells[0].equals(source) && WHO.keySet().containsAll(List.of(cells[3].split("\\|")))) {
                for (String from : from(cells)) {
                    for (String who : cells[3].split("\\|")) {
                        lines.add(from + " > " + cells[2] + " " + Objects.requireNonNull(WHO.get(who)));
                    }
                }
            }
        }
        return new ArrayList<>(lines);
    }

    private static List<String> from(String[] cells) {
        return cells[1].equals("*")
                ? Stream.of(TaskStatus.values())
                        .map(TaskStatus::code)
                        .filter(code -> !code.equals(cells[2]))
                        .toList()
                : List.of(cells[1]);
    }
}
