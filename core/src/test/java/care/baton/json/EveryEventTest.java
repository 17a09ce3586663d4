package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Described;
import care.baton.evidence.EvidenceEvent;
import care.baton.handoff.HandoffEvent;
import care.baton.obligation.ObligationEvent;
import care.baton.ownership.TeamEvent;
import care.baton.pathway.Pathway;
import care.baton.record.RecordEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that the library records can be described, and no two kinds share a name. */
class EveryEventTest {

    @Test
    void everyEventOfTheLibraryCanBeRecordedUnderANameOfItsOwn() {
        Json json = Json.of(List.of(
                EvidenceEvent.class, HandoffEvent.class, ObligationEvent.class, RecordEvent.class, TeamEvent.class));

        assertThat(json.kinds()).extracting(Described::name).doesNotHaveDuplicates();
    }

    @Test
    void everyPartOfADefinitionCanBeRecorded() {
        assertThat(Described.of(Pathway.class).reaches()).isNotEmpty();
    }
}
