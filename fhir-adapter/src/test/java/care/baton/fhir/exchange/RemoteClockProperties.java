package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.fhir.Instants;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Input;
import care.baton.handoff.Question;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.record.CauseRules;
import care.baton.record.Waiting;
import care.baton.time.Horizon;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A server's clock is a claim: it is kept beside ours, and decides nothing. */
@Promise(28)
class RemoteClockProperties {

    private static final List<String> ODD = List.of(
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "1899-12-31T23:59:59Z",
            "2026-02-30T00:00:00Z",
            "2026-03-02T15:00:00+14:00",
            "2026-03-02T24:00:00Z",
            "2026-06-30T23:59:60Z",
            "yesterday",
            "-999999999-01-01T00:00:00Z");

    /** One history of two organizations, the same for the same seed, over a server whose clock says what it likes. */
    private static TwoSites history(long seed, Consumer<ObjectNode> clock) {
        Random random = new Random(seed);
        TwoSites two = new TwoSites();
        two.server.clock = clock;
        two.offer();
        switch (random.nextInt(5)) {
            case 0 -> two.answer(new Answer.Decline(Two.REASON, Sensitive.none()));
            case 1 ->
                two.answer(new Answer.RequestClarification(
                        List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none()))));
            case 2 ->
                two.answer(new Answer.AcceptWithConditions(List.of(new Condition(
                        Sensitive.of("A mattress"),
                        Condition.Kind.LIMITATION,
                        Two.SENDER,
                        two.now.plusSeconds(86_400)))));
            default -> two.answer(new Answer.Accept());
        }
        for (int i = 0; i < 3; i++) {
            two.now = two.now.plusSeconds(1 + random.nextInt(7_200));
            two.bothRead();
            switch (random.nextInt(4)) {
                case 0 -> two.receiver.says(new StartAction(), two.now);
                case 1 -> two.receiver.says(new GiveBack(Code.of("no-staff")), two.now);
                case 2 ->
                    two.receiver.says(
                            new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("done")))), two.now);
                default ->
                    two.foreign(task -> task.withArray("/note").addObject().put("text", "Ringing"));
            }
        }
        two.now = two.now.plusSeconds(600);
        two.bothRead();
        return two;
    }

    /** Any time anywhere: far ahead, far back, none at all, or no time. */
    private static Consumer<ObjectNode> wild(Random random) {
        return stored -> {
            stored.withObject("/meta").put("lastUpdated", time(random));
            if (stored.path("resourceType").asText().equals("Task")) {
                stored.put("lastModified", time(random)).put("authoredOn", time(random));
                for (JsonNode note : stored.path("note")) {
                    ((ObjectNode) note).put("time", time(random));
                }
                stored.putObject("executionPeriod").put("start", time(random)).put("end", time(random));
            }
        };
    }

    private static String time(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> ODD.get(random.nextInt(ODD.size()));
            case 1 -> Two.START.plusSeconds(random.nextInt(20_000) - 10_000).toString();
            default -> Instant.ofEpochSecond(random.nextInt() * 100L).toString();
        };
    }

    @Property(tries = 100)
    void noClockButOursOrdersAnythingOrMakesItLate(@ForAll long seed) {
        TwoSites plain = history(seed, stored -> {});
        TwoSites wild = history(seed, wild(new Random(~seed)));

        for (boolean sends : new boolean[] {true, false}) {
            Site one = sends ? plain.sender : plain.receiver;
            Site other = sends ? wild.sender : wild.receiver;
            assertThat(events(other)).isEqualTo(events(one));
            assertThat(recorded(other)).isEqualTo(recorded(one)).isSorted();
            assertThat(open(other)).isEqualTo(open(one));
            assertThat(other.record.work().list(wild.now))
                    .isEqualTo(one.record.work().list(plain.now));
            assertThat(other.owner(wild.now)).isEqualTo(one.owner(plain.now));
            assertThat(other.issues).isEqualTo(one.issues);
            assertThat(other.refused).isEqualTo(one.refused);
        }
    }

    @Property(tries = 100)
    void noPartyIsChargedMoreForWhatAServerClaims(@ForAll long seed) {
        TwoSites plain = history(seed, stored -> {});
        TwoSites wild = history(seed, wild(new Random(~seed)));

        Waiting before = waiting(plain);
        Waiting after = waiting(wild);
        assertThat(after.elapsed()).isEqualTo(before.elapsed());
        assertThat(after.pieces().stream().map(p -> p.length()).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(after.elapsed());
        for (Holder party : List.of(Two.SENDER, Two.RECEIVER)) {
            assertThat(after.chargedTo(party)).isLessThanOrEqualTo(before.chargedTo(party));
        }
    }

    /** What the server says is kept as it says it, wherever a record can hold it; anything else is no claim. */
    @Property(tries = 50)
    void whatAServerClaimsIsKeptBesideOurTime(@ForAll long seed) {
        Random random = new Random(seed);
        Set<Instant> said = new HashSet<>();
        Consumer<ObjectNode> clock = wild(random);
        TwoSites two = history(seed, stored -> {
            clock.accept(stored);
            Instants.read(stored.path("meta").path("lastUpdated")).ifPresent(said::add);
        });

        List<Instant> claims = new ArrayList<>();
        for (Entry entry : two.sender.record.ledger().entries()) {
            entry.act().stamp().claimedAt().ifPresent(claims::add);
        }
        assertThat(said).containsAll(claims);
        assertThat(claims).allMatch(at -> at.isAfter(Horizon.EARLIEST) && at.isBefore(Horizon.LATEST));
        TwoSites steady =
                history(seed, stored -> stored.withObject("/meta").put("lastUpdated", "2026-03-02T09:00:00-05:00"));
        assertThat(read(steady)).allMatch(Optional.of(Instant.parse("2026-03-02T14:00:00Z"))::equals);
        assertThat(read(steady).isEmpty()).isEqualTo(two.sender.offer().isLive());
    }

    /** What the sender's record has of the receiver. */
    private static List<Optional<Instant>> read(TwoSites two) {
        return two.sender.record.ledger().entries().toList().stream()
                .filter(e -> e.act().speaker().sameRole(Two.RECEIVER))
                .map(e -> e.act().stamp().claimedAt())
                .toList();
    }

    private static Waiting waiting(TwoSites two) {
        return two.sender
                .record
                .waiting(Two.RUN, two.now, Two.rules(), CauseRules.standard())
                .orElseThrow();
    }

    private static List<Object> events(Site site) {
        return site.record.ledger().entries().toList().stream()
                .<Object>map(Entry::event)
                .toList();
    }

    private static List<Instant> recorded(Site site) {
        return site.record.ledger().entries().toList().stream()
                .map(e -> e.act().stamp().recordedAt())
                .toList();
    }

    private static List<Obligation> open(Site site) {
        return site.record.chart().obligations().open();
    }
}
