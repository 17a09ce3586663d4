package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.EraseContent;
import care.baton.evidence.Event;
import care.baton.evidence.Integrity;
import care.baton.evidence.Ledger;
import care.baton.evidence.LedgerArbitraries;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A record that a later release wrote, with fields and kinds that this one does not know. */
class LaterReleaseTest {

    /** As this release knows it. */
    public sealed interface Now extends Event {
        record Goal(Code code, List<Goal.Part> parts, Sensitive words) implements Now {
            public record Part(Code code) {}
        }
    }

    /** As a later release knows it: more fields before, between and after, at every depth. */
    public sealed interface Later extends Event {
        record Goal(
                Optional<Long> added,
                Code code,
                Optional<Whole> deep,
                List<Goal.Part> parts,
                Optional<Sensitive> aside,
                Sensitive words,
                List<Kind> zulu)
                implements Later {
            public record Part(Optional<Boolean> better, Code code, Optional<Sensitive> why, Optional<Instant> at) {}
        }

        record Dream(Code code) implements Later {}
    }

    public record Whole(Sensitive inside, List<Kind> kinds, int number) {}

    public sealed interface Kind {
        record Small(int size) implements Kind {}

        record Large(Sensitive words) implements Kind {}
    }

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Json NOW = Json.of(List.of(Now.class));
    private static final Json LATER = Json.of(List.of(Later.class));

    private final SplittableRandom random = new SplittableRandom(3);
    private final Later.Goal goal = new Later.Goal(
            Optional.of(7L),
            Code.of("walk"),
            Optional.of(new Whole(
                    Sensitive.of("deep words"), List.of(new Kind.Small(1), new Kind.Large(Sensitive.none())), 3)),
            List.of(
                    new Later.Goal.Part(
                            Optional.of(true), Code.of("stairs"), Optional.of(Sensitive.of("why")), Optional.of(NOON)),
                    new Later.Goal.Part(Optional.empty(), Code.of("garden"), Optional.empty(), Optional.empty())),
            Optional.of(Sensitive.of("aside")),
            Sensitive.of("words"),
            List.of(new Kind.Small(2)));
    private final Ledger later = Ledger.empty(RecordId.of("record"))
            .append(act("c-1"), goal, LedgerArbitraries.salt(random), List.of(goal, goal))
            .orThrow()
            .state();
    private final String text = LATER.writeEntries(later.entries().toList());

    @Test
    @Promise(37)
    void itsFieldsAreKeptAndCountedInTheChainAndWrittenBack() {
        List<Entry> read = NOW.readEntries(text).orThrow();
        Ledger now = Ledger.of(RecordId.of("record"), read);

        assertThat(read.get(0).unread()).hasSize(7);
        assertThat(now.verify(later.head()).isIntact()).isTrue();
        assertThat(LATER.readEntries(NOW.writeEntries(read)).orThrow())
                .isEqualTo(later.entries().toList());
    }

    @Test
    @Promise(37)
    void aChangeInAFieldThatIsNotKnownIsNoticed() {
        for (String[] edit : new String[][] {
            {"\"added\":7", "\"added\":8"},
            {"deep words", "deep wordz"},
            {"\"better\":true", "\"better\":false"},
            {"\"size\":2", "\"size\":3"},
            {"\"better\"", "\"bitter\""},
            {"\"added\":7,", ""}
        }) {
            List<Entry> read = NOW.readEntries(text.replace(edit[0], edit[1])).orThrow();

            assertThat(Ledger.of(RecordId.of("record"), read).verify())
                    .as(edit[0])
                    .isEqualTo(new Integrity.Broken(1, Integrity.Fault.LINK));
        }
    }

    @Test
    void itsWordsAreErasedWithTheOthers() {
        Ledger now = Ledger.of(RecordId.of("record"), NOW.readEntries(text).orThrow());
        EraseContent second = new EraseContent(2, Code.of("law"), Code.of("goal"));

        Ledger erased = now.erase(act("c-2"), second, LedgerArbitraries.salt(random))
                .orThrow()
                .state();
        String written = NOW.write(erased.entries().toList().get(1));

        assertThat(erased.verify(later.head()).isIntact()).isTrue();
        assertThat(written).doesNotContain("words\":\"", "deep words", "aside\":{\"$words", "why\":{\"$words");
        assertThat(written.split("\\$erased", -1)).hasSize(6);
        assertThat(Ledger.of(
                                RecordId.of("record"),
                                LATER.readEntries(NOW.writeEntries(
                                                erased.entries().toList()))
                                        .orThrow())
                        .verify()
                        .isIntact())
                .isTrue();
    }

    @Test
    void aKindOfEventThatIsNotKnownRefusesTheRecord() {
        Ledger dream = later.append(
                        act("c-9"), goal, LedgerArbitraries.salt(random), List.of(new Later.Dream(Code.of("sea"))))
                .orThrow()
                .state();

        assertThat(NOW.readEntries(LATER.writeEntries(dream.entries().toList())).refusals())
                .containsExactly(Refusal.of(Reason.EVENT_KIND_UNKNOWN, "entries/2/event/type"));
    }

    private Act act(String command) {
        return LedgerArbitraries.act(random, command, NOON);
    }
}
