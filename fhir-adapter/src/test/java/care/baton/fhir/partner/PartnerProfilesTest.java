package care.baton.fhir.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

        assertThat(stated(lifecycle, Work.HANDOFF))
                .filteredOn(line -> !line.contains("cancelled"))
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
