package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Integrity.Broken;
import care.baton.evidence.Integrity.Fault;
import care.baton.evidence.Ward.Moved;
import care.baton.evidence.Ward.Noted;
import care.baton.evidence.Ward.TakeNote;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@Promise(37)
class ErasureTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final RecordId RECORD = RecordId.of("record-1");
    private static final Holder NURSE = Holder.of(OrganizationId.of("org-1"), Code.of("nurse"));
    private static final TakeNote ASKED = new TakeNote(Code.of("phone"), Sensitive.of("sleeps well"));
    private static final EraseContent ERASE = new EraseContent(2, Code.of("right-to-erasure"), Code.of("note"));

    private final SplittableRandom random = new SplittableRandom(7);
    private final Noted noted = new Noted(
            Code.of("phone"),
            NURSE,
            NOON,
            Sensitive.of("sleeps well"),
            Optional.of(Sensitive.none()),
            1,
            false,
            List.of());
    private final Ledger before = Ledger.empty(RECORD)
            .append(act("c-1"), ASKED, salt(), List.of(new Moved(NURSE, NOON), noted, noted))
            .orThrow()
            .state();
    private final Ledger after =
            before.erase(act("c-2"), ERASE, salt()).orThrow().state();

    @Test
    void theWordsAreGoneAndTheChainIsAsItWas() {
        Noted left = (Noted) entry(after, 2).event();

        assertThat(left.words().text()).isEmpty();
        assertThat(left.words().removed()).isPresent();
        assertThat(left.aside().orElseThrow().removed()).isPresent();
        assertThat(entry(after, 2).salt()).isEmpty();
        assertThat(entry(after, 2).chain()).isEqualTo(entry(before, 2).chain());
        assertThat(after.verify().isIntact()).isTrue();
        assertThat(after.verify(before.head()).isIntact()).isTrue();
    }

    @Test
    void theErasureIsItselfAnEntryThatNamesWhatWhyAndWho() {
        assertThat(after.entries().last().event())
                .isEqualTo(new ContentErased(2, Code.of("right-to-erasure"), Code.of("note")));
        assertThat(after.entries().last().act().command().value()).isEqualTo("c-2");
        assertThat(after.size()).isEqualTo(before.size() + 1);
    }

    @Test
    void theOtherEntriesKeepTheirWords() {
        assertThat(entry(after, 3)).isEqualTo(entry(before, 3));
        assertThat(entry(after, 1).event()).isEqualTo(entry(before, 1).event());
    }

    @Test
    void theSaltOfTheCommandIsGoneAndTheSameIdentifierGivesNothingWhateverTheContent() {
        TakeNote other = new TakeNote(Code.of("fax"), Sensitive.of("something else"));

        assertThat(entry(after, 1).command().orElseThrow().salt()).isEmpty();
        assertThat(before.append(act("c-1"), other, salt(), List.of(noted)).refusals())
                .containsExactly(Refusal.of(Reason.COMMAND_ID_REUSED, "command"));
        assertThat(after.append(act("c-1"), other, salt(), List.of(noted))
                        .orThrow()
                        .events())
                .isEmpty();
    }

    @Test
    void erasingTwiceUnderOneIdentifierIsOneErasure() {
        assertThat(after.erase(act("c-2"), ERASE, salt()).orThrow().state()).isSameAs(after);
        assertThat(after.erase(act("c-2"), new EraseContent(3, Code.of("a"), Code.of("b")), salt())
                        .refusals())
                .containsExactly(Refusal.of(Reason.COMMAND_ID_REUSED, "command"));
    }

    @Test
    void nothingIsErasedTwiceAndNothingThatIsNotThere() {
        assertThat(after.erase(act("c-3"), ERASE, salt()).refusals())
                .containsExactly(Refusal.of(Reason.NOTHING_TO_ERASE, "sequence"));
        assertThat(after.erase(act("c-3"), new EraseContent(9, Code.of("a"), Code.of("b")), salt())
                        .refusals())
                .containsExactly(Refusal.of(Reason.ENTRY_UNKNOWN, "sequence"));
    }

    @Test
    void severalEntriesOfOneCommandCanBeErasedOneAfterTheOther() {
        EraseContent third = new EraseContent(3, Code.of("law"), Code.of("note"));
        Ledger both = after.erase(act("c-3"), third, salt()).orThrow().state();

        assertThat(both.verify().isIntact()).isTrue();
        assertThat(entry(both, 3).salt()).isEmpty();
        assertThat(both.size()).isEqualTo(5);
    }

    @Test
    void aBeginningIsValidByItselfAndTheWholeDemandsTheErasureThatNamesIt() {
        Ledger beginning = Ledger.of(RECORD, after.entries().toList().subList(0, 3));

        assertThat(beginning.verifyBeginning().isIntact()).isTrue();
        assertThat(beginning.verify()).isEqualTo(new Broken(1, Fault.ERASURE_UNNAMED));
    }

    @Test
    void wordsThatWereTakenOutInSecretAreMissed() {
        List<Entry> entries = new ArrayList<>(before.entries().toList());
        entries.set(2, entry(before.erase(act("c-2"), third(), salt()).orThrow().state(), 3));

        assertThat(Ledger.of(RECORD, entries).verify()).isEqualTo(new Broken(3, Fault.ERASURE_UNNAMED));
    }

    @Test
    void wordsThatCameBackAfterTheirErasureAreNoticed() {
        List<Entry> entries = new ArrayList<>(after.entries().toList());
        entries.set(1, entry(before, 2));

        assertThat(Ledger.of(RECORD, entries).verify()).isEqualTo(new Broken(2, Fault.ERASURE_NOT_DONE));
    }

    @Test
    void halfAnErasureIsNoticed() {
        Entry whole = entry(before, 2);
        Noted left = (Noted) entry(after, 2).event();
        Noted half = new Noted(noted.kind(), noted.by(), noted.at(), left.words(), noted.aside(), 1, false, List.of());
        List<Entry> entries = new ArrayList<>(before.entries().toList());
        entries.set(1, changed(whole, half, whole.salt()));

        assertThat(Ledger.of(RECORD, entries).verify()).isEqualTo(new Broken(2, Fault.PARTLY_ERASED));

        entries.set(1, changed(whole, noted, Optional.empty()));
        assertThat(Ledger.of(RECORD, entries).verify()).isEqualTo(new Broken(2, Fault.PARTLY_ERASED));

        entries.set(1, changed(whole, left, whole.salt()));
        assertThat(Ledger.of(RECORD, entries).verify()).isEqualTo(new Broken(2, Fault.PARTLY_ERASED));
    }

    @Test
    void wordsThatWereErasedElsewhereCanBeCarriedIntoANewEntry() {
        Noted copy = new Noted(
                noted.kind(),
                NURSE,
                NOON,
                Sensitive.removed(Digest.of(new byte[1])),
                Optional.of(Sensitive.of("still here")),
                2,
                true,
                List.of());
        Ledger longer = before.append(act("c-2"), ASKED, salt(), List.of(copy))
                .orThrow()
                .state();
        EraseContent fourth = new EraseContent(4, Code.of("law"), Code.of("note"));
        Ledger erased = longer.erase(act("c-3"), fourth, salt()).orThrow().state();

        assertThat(longer.entries().last().carried()).isEqualTo(1);
        assertThat(longer.verify().isIntact()).isTrue();
        assertThat(erased.verify().isIntact()).isTrue();
        assertThat(((Noted) entry(erased, 4).event()).words()).isEqualTo(copy.words());
    }

    @Test
    void theSaltOfACommandThatCameBackOrWasChangedIsNoticed() {
        Entry first = entry(after, 1);
        List<Entry> back = new ArrayList<>(after.entries().toList());
        back.set(0, marked(first, entry(before, 1).command().orElseThrow()));
        CommandMark mark = entry(before, 1).command().orElseThrow();
        List<Entry> changed = new ArrayList<>(before.entries().toList());
        changed.set(0, marked(first, new CommandMark(mark.content(), mark.saltDigest(), Optional.of(salt()))));

        assertThat(Ledger.of(RECORD, back).verify()).isEqualTo(new Broken(1, Fault.ERASURE_NOT_DONE));
        assertThat(Ledger.of(RECORD, changed).verify()).isEqualTo(new Broken(1, Fault.COMMAND_MARK));
    }

    @Test
    void wordsAtEveryDepthAreErased() {
        Ward.Step leaf = new Ward.Step(Code.of("leaf"), Sensitive.of("deep"), List.of());
        Ward.Step tree = new Ward.Step(Code.of("tree"), Sensitive.none(), List.of(leaf, leaf));
        Ward.Planned planned = LedgerArbitraries.planned(random);
        Ward.Planned deep = new Ward.Planned(
                "title",
                1,
                planned.within(),
                planned.from(),
                planned.daily(),
                planned.zone(),
                planned.day(),
                planned.shift(),
                planned.digest(),
                planned.due(),
                List.of(tree, leaf),
                Optional.empty());
        Ledger ledger = Ledger.empty(RECORD)
                .append(act("c-1"), ASKED, salt(), List.of(noted, deep))
                .orThrow()
                .state();
        Ledger erased = ledger.erase(act("c-2"), ERASE, salt()).orThrow().state();
        List<Ward.Step> steps = ((Ward.Planned) entry(erased, 2).event()).steps();

        assertThat(erased.verify().isIntact()).isTrue();
        assertThat(List.of(
                        steps.get(0).text(),
                        steps.get(0).then().get(0).text(),
                        steps.get(0).then().get(1).text(),
                        steps.get(1).text()))
                .allSatisfy(words -> assertThat(words.removed()).isPresent())
                .doesNotHaveDuplicates();
    }

    @Test
    void wordsThatALaterReleaseWroteBesideTheActAreSaltedAndErasedToo() {
        Salt salt = salt();
        Unread beside = new Unread("act", "later", new Wire.Words(Sensitive.of("words")));
        Moved moved = new Moved(NURSE, NOON);
        CommandMark mark = CommandMark.of(ASKED, salt, new Sheet());
        Entry open =
                new Entry(1, act("c-1"), moved, List.of(beside), 0, Optional.of(salt), Optional.of(mark), Digest.of());
        Digest happened = Canonical.content(moved, Optional.of(salt), List.of(), new Sheet())
                .digest();
        Digest genesis = Ledger.empty(RECORD).head().digest();
        Entry entry = new Entry(
                1,
                open.act(),
                moved,
                open.unread(),
                0,
                open.salt(),
                open.command(),
                Canonical.link(genesis, happened, open, new Sheet()).digest());
        Ledger ledger = Ledger.of(RECORD, List.of(entry));
        EraseContent first = new EraseContent(1, Code.of("law"), Code.of("note"));
        Ledger erased = ledger.erase(act("c-2"), first, salt()).orThrow().state();

        assertThat(ledger.verify().isIntact()).isTrue();
        assertThat(erased.verify().isIntact()).isTrue();
        assertThat(erased.verify(ledger.head()).isIntact()).isTrue();
        assertThat(Ledger.of(RECORD, erased.entries().toList().subList(0, 1)).verify())
                .isEqualTo(new Broken(1, Fault.ERASURE_UNNAMED));
    }

    private static Entry marked(Entry entry, CommandMark mark) {
        return new Entry(
                entry.sequence(),
                entry.act(),
                entry.event(),
                entry.unread(),
                entry.carried(),
                entry.salt(),
                Optional.of(mark),
                entry.chain());
    }

    private static Entry changed(Entry entry, Event event, Optional<Salt> salt) {
        return new Entry(
                entry.sequence(),
                entry.act(),
                event,
                entry.unread(),
                entry.carried(),
                salt,
                entry.command(),
                entry.chain());
    }

    private static EraseContent third() {
        return new EraseContent(3, Code.of("law"), Code.of("note"));
    }

    private static Entry entry(Ledger ledger, int sequence) {
        return ledger.entries().toList().get(sequence - 1);
    }

    private Act act(String command) {
        return LedgerArbitraries.act(random, command, NOON);
    }

    private Salt salt() {
        return LedgerArbitraries.salt(random);
    }
}
