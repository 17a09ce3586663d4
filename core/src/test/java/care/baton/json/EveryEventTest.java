package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Described;
import care.baton.pathway.Pathway;
import care.baton.record.RecordEvents;
import org.junit.jupiter.api.Test;

/** Everything that the library records can be described, and no two kinds share a name. */
class EveryEventTest {

    @Test
    void everyEventOfTheLibraryCanBeRecordedUnderANameOfItsOwn() {
        Json json = Json.of(RecordEvents.KINDS);

        assertThat(json.kinds()).extracting(Described::name).doesNotHaveDuplicates();
    }

    @Test
    void everyPartOfADefinitionCanBeRecorded() {
        assertThat(Described.of(Pathway.class).reaches()).isNotEmpty();
    }
}
