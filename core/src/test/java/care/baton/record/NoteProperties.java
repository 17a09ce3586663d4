package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.EraseContent;
import care.baton.note.ContactEvent;
import care.baton.note.ContactType;
import care.baton.note.Contacts;
import care.baton.note.Contradiction;
import care.baton.note.Note;
import care.baton.note.NoteEvent.ContradictionFound;
import care.baton.note.NoteEvent.ContradictionSettled;
import care.baton.note.NoteEvent.NoteReleased;
import care.baton.note.NoteEvent.NoteReviewed;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.note.Tally;
import care.baton.note.Update;
import care.baton.note.Worth;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every note and every contact, whatever was asked. */
class NoteProperties {

    private static final int WALKS = 40;

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement({"NOT-06", "NOT-11"})
    void atMostOneUpdateIsSentForAChangeARecipientAndAVersionAndEveryRepeatHasAReasonAndIsCounted(@ForAll long seed) {
        NoteWalk walk = NoteWalk.of(seed);
        Set<List<Object>> sent = new HashSet<>();
        long repeats = 0;
        for (Entry entry : walk.entries()) {
            if (entry.event() instanceof UpdateSent e) {
                boolean first = sent.add(List.of(e.change(), e.recipient(), e.version()));
                assertThat(e.again().isEmpty()).isEqualTo(first);
                repeats += first ? 0 : 1;
            }
        }
        assertThat(walk.record().notes().all().stream()
                        .mapToLong(n -> n.repeats().size())
                        .sum())
                .isEqualTo(repeats);
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("GAT-07")
    void nobodyIsToldAVersionThatAwaitsItsReview(@ForAll long seed) {
        Set<List<Object>> waiting = new HashSet<>();
        for (Entry entry : NoteWalk.of(seed).entries()) {
            if (entry.event() instanceof NoteReleased e && e.reviewed()) {
                waiting.add(List.of(e.change(), e.version()));
            } else if (entry.event() instanceof NoteReviewed e) {
                waiting.remove(List.of(e.change(), e.version()));
            } else if (entry.event() instanceof UpdateSent e) {
                assertThat(waiting).doesNotContain(List.of(e.change(), e.version()));
            }
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("NOT-23")
    void whatTwoHoldThatDiffersStandsUntilItIsSettledAndNoLonger(@ForAll long seed) {
        for (CoordinationRecord stage : NoteWalk.of(seed).stages()) {
            for (Note note : stage.notes().all()) {
                differing(note)
                        .forEach(pair -> assertThat(note.contradictions().values())
                                .as("found")
                                .anyMatch(c -> c.isBetween(pair.get(0), pair.get(1))));
                assertThat(keys(stage, Keys.CONTRADICTION, note)).isEqualTo(numbers(note));
            }
        }
        long found = 0;
        NoteWalk walk = NoteWalk.of(seed);
        for (Entry entry : walk.entries()) {
            found += entry.event() instanceof ContradictionFound ? 1 : 0;
            found -= entry.event() instanceof ContradictionSettled ? 1 : 0;
        }
        assertThat(walk.record().notes().contradicting()).hasSize((int) found);
    }

    /** The recipients who were last told other words on one and the same piece of information. */
    private static List<List<Holder>> differing(Note note) {
        List<List<Holder>> pairs = new ArrayList<>();
        List<Holder> all = note.recipients().values();
        for (Holder one : all) {
            for (Holder other : all) {
                Optional<Update> mine = note.lastTo(one);
                Optional<Update> theirs = note.lastTo(other);
                if (mine.isPresent() && theirs.isPresent()) {
                    boolean differ = mine.get().items().stream()
                            .filter(theirs.get().items()::contains)
                            .anyMatch(item -> !words(note, mine.get(), item).equals(words(note, theirs.get(), item)));
                    if (differ) {
                        pairs.add(List.of(one, other));
                    }
                }
            }
        }
        return pairs;
    }

    private static Optional<Sensitive> words(Note note, Update update, Code item) {
        return note.versions().get(update.version()).orElseThrow().note().information().stream()
                .filter(i -> i.name().equals(item))
                .map(i -> i.words())
                .findFirst();
    }

    private static List<String> numbers(Note note) {
        return note.contradicting().stream()
                .map(Contradiction::number)
                .map(n -> note.change() + ":" + n)
                .sorted()
                .toList();
    }

    private static List<String> keys(CoordinationRecord record, Code kind, Note note) {
        return record.chart().obligations().openOf(Keys.cause(note.run()), kind).stream()
                .map(o -> o.key().subject())
                .filter(s -> s.startsWith(note.change() + ":"))
                .sorted()
                .toList();
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement({"NOT-05", "NOT-10", "NOT-22"})
    void whoIsNotToldAndWhoOwesIsOwedBySomebody(@ForAll long seed) {
        for (CoordinationRecord stage : NoteWalk.of(seed).stages()) {
            for (Note note : stage.notes().all()) {
                boolean open = note.closedAt().isEmpty();
                List<String> untold = note.isHeldBack() || !open
                        ? List.of()
                        : note.unsent().stream()
                                .map(a -> number(note, a.recipient()))
                                .sorted()
                                .toList();
                assertThat(keys(stage, Keys.INFORM, note)).isEqualTo(untold);
                assertThat(keys(stage, Keys.NOTE_FOLLOW_UP, note))
                        .isEqualTo(note.owing().stream()
                                .map(a -> number(note, a.recipient()))
                                .sorted()
                                .toList());
                if (!open) {
                    assertThat(note.owing()).isEmpty();
                    assertThat(note.contradicting()).isEmpty();
                    assertThat(note.unsent().stream().map(a -> a.recipient()).toList())
                            .isEqualTo(note.untold());
                }
            }
        }
    }

    private static String number(Note note, Holder recipient) {
        return note.change() + ":" + note.number(recipient).orElseThrow();
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Promise(23)
    @Requirement("HND-26")
    void replayGivesTheSameAndTheLedgerVerifiesAndIsRestored(@ForAll long seed) {
        NoteWalk walk = NoteWalk.of(seed);
        CoordinationRecord record = walk.record();

        assertThat(CoordinationRecord.replay(record.id(), walk.entries())).isEqualTo(record);
        assertThat(CoordinationRecord.restore(record.id(), walk.entries())
                        .orThrow()
                        .state())
                .isEqualTo(record);
        assertThat(record.ledger().verify().isIntact()).isTrue();
        assertThat(Audit.of(walk.entries(), HomeStart.rules().pathways())).isEmpty();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void whatIsErasedIsHiddenAndWhatItBroughtAboutStands(@ForAll long seed) {
        NoteWalk walk = NoteWalk.of(seed);
        CoordinationRecord record = walk.record();
        for (Entry entry : walk.entries()) {
            if (entry.salt().isPresent()) {
                Act act = Act.of(
                        CommandId.of("e-" + entry.sequence()),
                        HomeStart.PLANNER,
                        Stamp.at(record.recordedAt().orElseThrow()));
                EraseContent what = new EraseContent(entry.sequence(), Code.of("asked"), Code.of("note"));
                record = CoordinationRecord.replay(
                        record.id(),
                        record.ledger()
                                .erase(act, what, RecordWalk.salt((int) entry.sequence()))
                                .orThrow()
                                .state()
                                .entries()
                                .toList());
            }
        }
        assertThat(record.ledger().verify().isIntact()).isTrue();
        for (Entry entry : record.ledger().entries()) {
            assertThat(Leaves.of(entry.event()))
                    .filteredOn(leaf ->
                            leaf instanceof Sensitive words && words.text().isPresent())
                    .isEmpty();
        }
        assertThat(record.chart().obligations()).isEqualTo(walk.record().chart().obligations());
        assertThat(record.notes().contradicting())
                .isEqualTo(walk.record().notes().contradicting());
        assertThat(record.contacts().tally()).isEqualTo(walk.record().contacts().tally());
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Requirement("LOD-44")
    void everyContactIsExactlyOneOfValuableAvoidableAndUndetermined(@ForAll long seed) {
        Contacts all = NoteWalk.of(seed).record().contacts();
        Tally whole = all.tally();

        assertThat(sum(Arrays.stream(Worth.Category.values())
                        .map(c -> all.worth(c).tally())
                        .toList()))
                .isEqualTo(whole);
        assertThat(sum(Arrays.stream(ContactType.values())
                        .map(t -> all.of(t).tally())
                        .toList()))
                .isEqualTo(whole);
        assertThat(sum(Arrays.stream(Worth.Cause.values())
                        .map(c -> all.avoidable(c).tally())
                        .toList()))
                .isEqualTo(all.worth(Worth.Category.AVOIDABLE).tally());
    }

    private static Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(Tally.NONE, Tally::plus);
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    void inWhichOrderContactsAreWrittenDownChangesNoCount(@ForAll long seed) {
        NoteWalk walk = NoteWalk.of(seed);
        List<Entry> made = new ArrayList<>(walk.entries().stream()
                .filter(e -> e.event() instanceof ContactEvent.ContactRecorded)
                .toList());
        Collections.shuffle(made, new Random(seed));
        Contacts shuffled = Contacts.none();
        for (Entry entry : made) {
            shuffled = shuffled.evolve(entry.act(), (ContactEvent) entry.event());
        }
        for (Entry entry : walk.entries()) {
            boolean later =
                    entry.event() instanceof ContactEvent && !(entry.event() instanceof ContactEvent.ContactRecorded);
            shuffled = later ? shuffled.evolve(entry.act(), (ContactEvent) entry.event()) : shuffled;
        }
        assertThat(shuffled).isEqualTo(walk.record().contacts());
        assertThat(shuffled.failed().tally())
                .isEqualTo(walk.record().contacts().failed().tally());
    }

    /** So that the laws above are laws of something: every kind of event comes up. */
    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void theWalksMeetEveryKindOfEvent() {
        TreeMap<String, Integer> met = new TreeMap<>();
        for (long seed = 0; seed < WALKS; seed++) {
            NoteWalk.of(seed)
                    .entries()
                    .forEach(e -> met.merge(e.event().getClass().getSimpleName(), 1, Integer::sum));
        }
        assertThat(met.keySet())
                .contains(
                        "NoteWritten",
                        "NoteReleased",
                        "NoteReviewed",
                        "UpdateSent",
                        "FollowUpRecorded",
                        "ContradictionFound",
                        "ContradictionSettled",
                        "NoteClosed",
                        "ContactRecorded",
                        "ContactClassified",
                        "ContactMarkedInError");
    }

    /** What is owed around a note is owed as everything else is. */
    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Promise(1)
    void whateverIsOwedHasOneHolder(@ForAll long seed) {
        CoordinationRecord record = NoteWalk.of(seed).record();
        for (Obligation o : record.chart().obligations().open()) {
            assertThat(o.tenure().holderAt(record.recordedAt().orElseThrow())).contains(o.holder());
        }
    }
}
