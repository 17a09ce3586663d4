package care.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.ContentErased;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void everyLineIsAppliedAndTheRunIsClosed() {
        Episode episode = Episode.of("record-1", Cast.rules());
        for (Script.Line line : Script.lines(n -> Sensitive.of("words " + n))) {
            episode.passes(line.after());
            assertThat(episode.ask(line.by(), line.command()).refusals())
                    .as(line.command().getClass().getSimpleName())
                    .isEmpty();
        }

        assertThat(episode.record().chart().runs().values()).singleElement().matches(run -> !run.isOpen());
    }

    @Test
    void theWordsOfTwoEntriesAreTakenOutAndTheRestStands() {
        CoordinationRecord record = Episodes.planned("record-1", Cast.rules()).record();

        assertThat(record.ledger().verify().isIntact()).isTrue();
        assertThat(record.ledger().entries().toList())
                .filteredOn(entry -> entry.event() instanceof ContentErased)
                .hasSize(2);
    }
}
