package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.MappingIssue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However much is remarked of one answer, what cannot be relied on is among what is told. */
class RemarksTest {

    private static final MappingIssue ERROR = MappingIssue.error("for-another-person", "Task.for");

    private final Remarks remarks = new Remarks();

    @Test
    void theSameInEveryPlaceOfAListIsOneRemarkAndTheirNumber() {
        IntStream.range(0, 120)
                .forEach(n -> remarks.add(MappingIssue.warning("unknown-element", "Task.note[" + n + "]")));
        remarks.add(ERROR);

        assertThat(remarks.issues()).containsExactly(MappingIssue.warning("unknown-element", "Task.note[0]"), ERROR);
        assertThat(remarks.repeated()).isEqualTo(119);
    }

    @Test
    void whatIsRemarkedTogetherIsToldAsIfOneByOne() {
        remarks.addAll(List.of(ERROR, MappingIssue.warning("left-aside", "Task.note"), ERROR));

        assertThat(remarks.issues()).containsExactly(ERROR, MappingIssue.warning("left-aside", "Task.note"));
        assertThat(remarks.repeated()).isEqualTo(1);
    }

    @Test
    void anErrorIsToldThoughThereAreHundredsOfWarnings() {
        IntStream.range(0, 120).forEach(n -> remarks.add(MappingIssue.warning("left-aside", "Task.a" + n)));
        remarks.add(ERROR);

        assertThat(remarks.issues()).hasSize(100).contains(ERROR);
        assertThat(remarks.repeated()).isEqualTo(21);
    }

    @Test
    void anErrorMakesNoRoomForAnother() {
        IntStream.range(0, 120)
                .forEach(n -> remarks.add(MappingIssue.error("wrong-json-type", "Task.note[" + n + "]")));
        remarks.add(MappingIssue.warning("left-aside", "Task.note"));

        assertThat(remarks.issues())
                .hasSize(100)
                .allSatisfy(issue -> assertThat(issue.severity()).isEqualTo(MappingIssue.Severity.ERROR));
        assertThat(remarks.repeated()).isEqualTo(21);
    }
}
