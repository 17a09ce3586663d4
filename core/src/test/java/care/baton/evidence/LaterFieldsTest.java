package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Fields that a later release wrote: kept, and fingerprinted as that release fingerprints them. */
@Promise(37)
class LaterFieldsTest {

    private static final RecordId RECORD = RecordId.of("record-1");
    private static final Salt SALT = LedgerArbitraries.salt(new SplittableRandom(1));
    private static final Holder NURSE = Holder.of(OrganizationId.of("org-1"), Code.of("nurse"));
    private static final Act ACT = Act.of(CommandId.of("c-1"), NURSE, Stamp.at(Instant.parse("2026-03-02T12:00:00Z")));

    /** As we know it. */
    interface Now {
        record Visited(Code kind, Sensitive words) implements Event {}
    }

    /** As a later release knows it. */
    interface Later {
        record Visited(
                boolean aloud,
                Sensitive aside,
                boolean broken,
                Code kind,
                long kindly,
                List<Sensitive> told,
                Detail usual,
                Sensitive words,
                String zeal)
                implements Event {}

        record Detail(String b, Sensitive a, List<Long> c) {}
    }

    private static final Now.Visited VISITED = new Now.Visited(Code.of("phone"), Sensitive.of("sleeps well"));

    private static final Later.Visited LATER = new Later.Visited(
            true,
            Sensitive.of("aside"),
            false,
            VISITED.kind(),
            258,
            List.of(Sensitive.of("one"), Sensitive.none()),
            new Later.Detail("text", Sensitive.of("detail"), List.of(1L, 2L)),
            VISITED.words(),
            "zeal");

    private static final List<Unread> UNREAD = List.of(
            new Unread("event", "zeal", new Wire.Text("zeal")),
            new Unread(
                    "event",
                    "told",
                    new Wire.Items(List.of(new Wire.Words(Sensitive.of("one")), new Wire.Words(Sensitive.none())))),
            new Unread(
                    "event",
                    "usual",
                    new Wire.Fields(List.of(
                            new Wire.Field("b", new Wire.Text("text")),
                            new Wire.Field("c", new Wire.Items(List.of(new Wire.Whole(1), new Wire.Whole(2)))),
                            new Wire.Field("a", new Wire.Words(Sensitive.of("detail")))))),
            new Unread("event", "broken", new Wire.Truth(false)),
            new Unread("event", "kindly", new Wire.Whole(258)),
            new Unread("event", "aside", new Wire.Words(Sensitive.of("aside"))),
            new Unread("event", "aloud", new Wire.Truth(true)));

    @Test
    void whatWeCannotReadHasTheBytesThatItHasForTheReleaseThatWroteIt() {
        assertThat(content(VISITED, UNREAD).bytes())
                .isEqualTo(content(LATER, List.of()).bytes());
        assertThat(content(VISITED, UNREAD).present()).isEqualTo(5);
    }

    @Test
    void theWordsInItAreErasedAtEveryDepthAndTheChainStaysAsItWas() {
        Ledger ledger = Ledger.of(RECORD, List.of(chained(VISITED, UNREAD, 0, Optional.of(SALT))));
        Ledger erased = erased(ledger);

        assertThat(ledger.verify().isIntact()).isTrue();
        assertThat(erased.verify().isIntact()).isTrue();
        assertThat(erased.verify(ledger.head()).isIntact()).isTrue();
        assertThat(content(first(erased).event(), first(erased).unread()).removed())
                .isEqualTo(5);
        assertThat(content(first(erased).event(), first(erased).unread()).present())
                .isZero();
    }

    @Test
    void anEventThatIsNothingButWordsLosesThemAll() {
        CanonicalTest.Said said = new CanonicalTest.Said(Sensitive.of("words"));
        Ledger ledger = Ledger.of(RECORD, List.of(chained(said, List.of(), 0, Optional.of(SALT))));

        assertThat(((CanonicalTest.Said) first(erased(ledger)).event()).words().removed())
                .isPresent();
    }

    @Test
    void wordsThatStandNowhereInTheEventAreErasedToo() {
        List<Unread> strays = List.of(
                new Unread("event/nowhere", "one", new Wire.Words(Sensitive.of("first"))),
                new Unread("elsewhere", "two", new Wire.Words(Sensitive.of("second"))));
        Ledger ledger = Ledger.of(RECORD, List.of(chained(VISITED, strays, 0, Optional.of(SALT))));
        Ledger erased = erased(ledger);

        assertThat(ledger.verify().isIntact()).isTrue();
        assertThat(erased.verify().isIntact()).isTrue();
        assertThat(content(first(erased).event(), first(erased).unread()).removed())
                .isEqualTo(3);
    }

    @Test
    void aFieldThatStandsNowhereIsWrittenBehindTheEventWithItsPlaceAndItsName() {
        byte[] plain = content(VISITED, List.of()).bytes();
        for (String path : List.of("event/nowhere", "nowhere", "")) {
            byte[] stray = content(VISITED, List.of(new Unread(path, "later", new Wire.Whole(7))))
                    .bytes();

            assertThat(Arrays.copyOf(stray, plain.length)).isEqualTo(plain);
            assertThat(Arrays.copyOfRange(stray, plain.length, stray.length))
                    .isEqualTo(ByteBuffer.allocate(1 + 4 + path.length() + 4 + 5 + 9)
                            .put((byte) 'u')
                            .putInt(path.length())
                            .put(path.getBytes(StandardCharsets.US_ASCII))
                            .putInt(5)
                            .put("later".getBytes(StandardCharsets.US_ASCII))
                            .put((byte) 'n')
                            .putLong(7)
                            .array());
        }
    }

    @Test
    void aFieldThatStandsNowhereIsWrittenOnceAndBesideTheActWhereItSaysSo() {
        for (String path : List.of("act", "act/nowhere")) {
            List<Unread> beside = List.of(new Unread(path, "later", new Wire.Whole(7)));

            assertThat(content(VISITED, beside).bytes())
                    .isEqualTo(content(VISITED, List.of()).bytes());
            assertThat(link(beside).bytes()).isNotEqualTo(link(List.of()).bytes());
        }
        for (String path : List.of("event", "event/nowhere", "nowhere", "")) {
            assertThat(link(List.of(new Unread(path, "later", new Wire.Whole(7))))
                            .bytes())
                    .isEqualTo(link(List.of()).bytes());
        }
    }

    @Test
    void aFieldSlippedInUnderAKnownNameStandsBehindTheKnownOne() {
        String known = new String(
                content(VISITED, List.of(new Unread("event", "kind", new Wire.Whole(7))))
                        .bytes(),
                StandardCharsets.ISO_8859_1);
        String other = new String(
                content(VISITED, List.of(new Unread("event", "kine", new Wire.Whole(7))))
                        .bytes(),
                StandardCharsets.ISO_8859_1);

        assertThat(known).isEqualTo(other.replace("kine", "kind"));
    }

    @Test
    void wordsErasedElsewhereMayStandBesideTheActOfANewEntry() {
        List<Unread> beside = List.of(new Unread("act", "later", new Wire.Words(Sensitive.removed(Digest.of()))));
        Entry entry = chained(new Ward.Rested(), beside, 1, Optional.empty());

        assertThat(Ledger.of(RECORD, List.of(entry)).verify().isIntact()).isTrue();
    }

    private static Canonical content(Event event, List<Unread> unread) {
        return Canonical.content(event, Optional.of(SALT), unread, new Sheet());
    }

    private static Canonical link(List<Unread> unread) {
        Entry open = new Entry(1, ACT, new Ward.Rested(), unread, 0, Optional.of(SALT), Optional.empty(), Digest.of());
        return Canonical.link(Digest.of(), Digest.of(), open, new Sheet());
    }

    private static Entry chained(Event event, List<Unread> unread, int carried, Optional<Salt> salt) {
        Digest genesis = Ledger.empty(RECORD).head().digest();
        Digest content = Canonical.content(event, salt, unread, new Sheet()).digest();
        Optional<CommandMark> mark =
                Optional.of(CommandMark.of(new Ward.TakeNote(Code.of("phone"), Sensitive.none()), SALT, new Sheet()));
        Entry open = new Entry(1, ACT, event, unread, carried, salt, mark, Digest.of());
        return new Entry(
                1,
                ACT,
                event,
                unread,
                carried,
                salt,
                mark,
                Canonical.link(genesis, content, open, new Sheet()).digest());
    }

    private static Ledger erased(Ledger ledger) {
        Act act = Act.of(CommandId.of("c-2"), NURSE, ACT.stamp());
        return ledger.erase(act, new EraseContent(1, Code.of("law"), Code.of("note")), SALT)
                .orThrow()
                .state();
    }

    private static Entry first(Ledger ledger) {
        return ledger.entries().toList().get(0);
    }
}
