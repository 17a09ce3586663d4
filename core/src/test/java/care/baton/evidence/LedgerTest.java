package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.evidence.Ward.Moved;
import care.baton.evidence.Ward.TakeNote;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Holder NURSE = Holder.of(OrganizationId.of("org-1"), Code.of("nurse"));
    private static final Salt SALT = LedgerArbitraries.salt(new SplittableRandom(1));
    private static final Ledger EMPTY = Ledger.empty(RecordId.of("record-1"));
    private static final TakeNote ASKED = new TakeNote(Code.of("phone"), Sensitive.of("sleeps well"));
    private static final List<Event> MOVED = List.of(new Moved(NURSE, NOON), new Moved(NURSE, NOON));

    @Test
    void entriesAreNumberedFromOneAndTheHeadIsTheLast() {
        Ledger ledger = append(EMPTY, "c-1", NOON, ASKED).orThrow().state();

        assertThat(ledger.entries().toList()).extracting(Entry::sequence).containsExactly(1L, 2L);
        assertThat(ledger.head()).isEqualTo(new Head(2, ledger.entries().last().chain()));
        assertThat(EMPTY.head().sequence()).isZero();
        assertThat(ledger.verify().isIntact()).isTrue();
    }

    @Test
    void onlyTheFirstEntryOfACommandKeepsWhatWasAsked() {
        Ledger ledger = append(EMPTY, "c-1", NOON, ASKED).orThrow().state();

        assertThat(ledger.entries().toList())
                .extracting(entry -> entry.command().isPresent())
                .containsExactly(true, false);
    }

    @Test
    @Promise({4, 36})
    void askingTwiceGivesNoEntriesAndTheSameLedger() {
        Ledger once = append(EMPTY, "c-1", NOON, ASKED).orThrow().state();
        Salt other = LedgerArbitraries.salt(new SplittableRandom(2));
        Act later = act("c-1", NOON.plusSeconds(900));

        Outcome<Ledger, Entry> again = once.append(later, ASKED, other, MOVED);

        assertThat(again.orThrow().events()).isEmpty();
        assertThat(again.orThrow().state()).isSameAs(once);
        assertThat(once.seen(CommandId.of("c-1"), ASKED)).isEqualTo(Seen.APPLIED);
        assertThat(once.seen(CommandId.of("c-2"), ASKED)).isEqualTo(Seen.NEW);
    }

    @Test
    void aLedgerKnowsTheCommandsThatLedToSomething() {
        Ledger once = append(EMPTY, "c-1", NOON, ASKED).orThrow().state();

        assertThat(once.knows(CommandId.of("c-1"))).isTrue();
        assertThat(once.knows(CommandId.of("c-2"))).isFalse();
        assertThat(once.entries().last()).hasToString("Entry[2]");
    }

    @Test
    void anIdentifierIsNotForTwoThings() {
        Ledger once = append(EMPTY, "c-1", NOON, ASKED).orThrow().state();
        TakeNote other = new TakeNote(Code.of("phone"), Sensitive.of("sleeps badly"));

        assertThat(append(once, "c-1", NOON, other).refusals())
                .containsExactly(Refusal.of(Reason.COMMAND_ID_REUSED, "command"));
        assertThat(append(once, "c-1", NOON, new EraseContent(1, Code.of("law"), Code.of("note")))
                        .isApplied())
                .isFalse();
    }

    @Test
    void aCommandThatLedToNothingLeavesNothing() {
        Outcome<Ledger, Entry> nothing = EMPTY.append(act("c-1", NOON), ASKED, SALT, List.of());

        assertThat(nothing.orThrow().state()).isSameAs(EMPTY);
    }

    @Test
    @Promise({26, 28})
    void aClockThatGoesBackIsAClaim() {
        Ledger once = append(EMPTY, "c-1", NOON, ASKED).orThrow().state();
        Instant earlier = NOON.minusSeconds(60);

        Stamp kept = append(once, "c-2", earlier, ASKED)
                .orThrow()
                .events()
                .get(0)
                .act()
                .stamp();

        assertThat(kept).isEqualTo(new Stamp(NOON, Optional.empty(), Optional.of(earlier)));
    }

    @Test
    void aSaltIsKeptOnlyWhereThereAreWordsAndTheBaseNever() {
        SplittableRandom random = new SplittableRandom(3);
        Ledger ledger = EMPTY.append(
                        act("c-1", NOON), ASKED, SALT, List.of(new Moved(NURSE, NOON), LedgerArbitraries.noted(random)))
                .orThrow()
                .state();

        assertThat(ledger.entries().toList())
                .extracting(entry -> entry.salt().isPresent())
                .containsExactly(false, true);
        assertThat(ledger.entries().toList())
                .allSatisfy(entry -> assertThat(entry.salt()).isNotEqualTo(Optional.of(SALT)));
        assertThat(ledger.entries().toList().get(0).command().orElseThrow().salt())
                .isNotEqualTo(Optional.of(SALT));
    }

    @Test
    void theChainBelongsToItsRecord() {
        Ledger ledger = LedgerArbitraries.ledger(new SplittableRandom(4), "record-1", 5);

        assertThat(Ledger.of(RecordId.of("record-2"), ledger.entries().toList()).verify())
                .isEqualTo(new Integrity.Broken(1, Integrity.Fault.LINK));
        assertThat(Ledger.of(RecordId.of("record-1"), ledger.entries().toList()))
                .isEqualTo(ledger);
    }

    @Test
    void aSaltHasSixteenToSixtyFourBytes() {
        assertThat(Salt.of(new byte[16])).isEqualTo(Salt.fromHex("00".repeat(16)));
        assertThat(Salt.fromHex("0f".repeat(64)).hex()).isEqualTo("0f".repeat(64));
        assertThatThrownBy(() -> Salt.of(new byte[15])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Salt.of(new byte[65])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Salt.fromHex("0g".repeat(16))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Salt.fromHex("0".repeat(33))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyEntryOfACommandHasASaltOfItsOwn() {
        List<Salt> salts = IntStream.of(0, 1, 2, 255, 256, 257, 1 << 16, 1 << 24)
                .mapToObj(index -> SALT.forEntry(index, new Sheet()))
                .toList();

        assertThat(salts).doesNotHaveDuplicates().doesNotContain(SALT, SALT.forCommand(new Sheet()));
        assertThat(Salt.of(new byte[16])).hasSameHashCodeAs(Salt.of(new byte[16]));
        assertThat(SALT).hasToString("Salt");
        assertThat(SALT.hashCode()).isNotEqualTo(SALT.forCommand(new Sheet()).hashCode());
    }

    @Test
    void twoLedgersAreEqualWhenTheirRecordsAndEntriesAre() {
        Ledger one = LedgerArbitraries.ledger(new SplittableRandom(4), "record-1", 5);
        Ledger same = LedgerArbitraries.ledger(new SplittableRandom(4), "record-1", 5);
        Ledger longer = LedgerArbitraries.ledger(new SplittableRandom(4), "record-1", 6);

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(longer);
        assertThat(EMPTY).isNotEqualTo(Ledger.empty(RecordId.of("record-2"))).isNotEqualTo(longer);
        assertThat(one.hashCode()).isNotEqualTo(longer.hashCode());
        assertThat(one).hasToString("Ledger[5]");
        assertThat(one.size()).isEqualTo(5);
    }

    @Test
    void numbersBeginAtOne() {
        assertThatThrownBy(() -> new Head(-1, EMPTY.head().digest())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EraseContent(0, Code.of("law"), Code.of("note")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ContentErased(0, Code.of("law"), Code.of("note")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome<Ledger, Entry> append(Ledger ledger, String id, Instant at, Record asked) {
        return ledger.append(act(id, at), asked, SALT, MOVED);
    }

    private static Act act(String id, Instant at) {
        return Act.of(CommandId.of(id), NURSE, Stamp.at(at));
    }
}
