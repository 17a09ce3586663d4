package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.catalog.ShippedDeck.Card;
import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.PathwayRun;
import care.baton.record.Rulebook;
import care.baton.time.Stamp;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;

/** Commands on one record with a shipped pathway, one after the other, from some place on its road. */
final class ShippedWalk {

    private final Pathway pathway;
    private final Rulebook rules;
    private final SplittableRandom random;
    private final Aim aim;
    private CoordinationRecord record;
    private Instant now;
    private final int walk;
    private Optional<Said> last = Optional.empty();
    private Optional<Sent> sent = Optional.empty();
    private final Deque<Said> late = new ArrayDeque<>();

    private record Said(String kind, Card card) {}

    private record Sent(Said said, Act act) {}

    /** One handoff of the record as it stands, looked at only where something is said in it. */
    private final class Talk {
        private Optional<ShippedTalk> made = Optional.empty();

        private ShippedTalk made() {
            ShippedTalk talk = made.orElseGet(() -> new ShippedTalk(record, pathway, random, now));
            made = Optional.of(talk);
            return talk;
        }
    }

    ShippedWalk(
            Pathway pathway,
            Rulebook rules,
            CoordinationRecord start,
            Instant now,
            SplittableRandom random,
            Aim aim,
            int walk) {
        this.pathway = pathway;
        this.rules = rules;
        this.record = start;
        this.now = now;
        this.random = random;
        this.aim = aim;
        this.walk = walk;
    }

    /** Takes so many steps, counts each in the cell that it fell into, and looks at who holds what after each. */
    void take(int steps, Optional<String> first) {
        for (int i = 0; i < steps; i++) {
            step(i, i == 0 ? first : Optional.empty());
        }
    }

    private void step(int number, Optional<String> asked) {
        now = now.plus(passed());
        Talk talk = new Talk();
        ShippedDeck deck = new ShippedDeck(record, rules, pathway, random, now);
        String stage = stage(record, pathway);
        String meant = asked.orElseGet(() -> kind(talk, stage));
        Said drawn = last.filter(l -> random.nextInt(20) == 0)
                .orElseGet(() -> new Said(
                        meant, ShippedTalk.KINDS.contains(meant) ? talk.made().draw(meant) : deck.draw(meant)));
        Optional<Sent> twice = sent.filter(s -> random.nextInt(40) == 0);
        Said said = twice.map(Sent::said).orElseGet(() -> inTurn(drawn));
        Card card = said.card();
        Act act = twice.map(Sent::act)
                .orElseGet(() -> Act.of(CommandId.of("w-" + walk + "-" + number), card.by(), Stamp.at(now)));
        Salt salt = Salt.of(ByteBuffer.allocate(16).putInt(number).array());
        Outcome<CoordinationRecord, Entry> outcome = record.decide(card.command(), act, salt, rules);
        String came =
                !outcome.isApplied() ? "refused" : outcome.orThrow().events().isEmpty() ? "nothing" : "applied";
        if (twice.isPresent()) {
            assertThat(came).as("what was done already").isEqualTo("nothing");
            return;
        }
        aim.met(random, stage, came, new Aim.Kept(said.kind(), record, now));
        last = came.equals("applied") ? Optional.of(said) : last;
        sent = came.equals("applied") ? Optional.of(new Sent(said, act)) : sent;
        record = outcome.fold(done -> done.state(), refused -> record);
        if (came.equals("applied")) {
            oneOwner();
        }
    }

    /** Mostly a minute, now and then days; and now and then the host's clock goes back. */
    private Duration passed() {
        return switch (random.nextInt(50)) {
            case 0, 1 -> Duration.ofHours(random.nextInt(60));
            case 2 -> Duration.ofMinutes(-random.nextInt(180));
            default -> Duration.ofMinutes(1);
        };
    }

    /** Now and then what somebody said comes after what was said later. */
    private Said inTurn(Said drawn) {
        if (random.nextInt(30) == 0) {
            late.add(drawn);
        }
        return late.isEmpty() || random.nextInt(4) > 0 ? drawn : late.remove();
    }

    /** Half of it goes on with what is in hand; the other half is what has been met least where the run stands. */
    private String kind(Talk talk, String stage) {
        int what = random.nextInt(12);
        if (what < 6) {
            return aim.kind(random, stage);
        }
        if (what < 10) {
            return talk.made().fitting();
        }
        return what < 11 ? "RecordFact" : ShippedDeck.one(random, ShippedDeck.KINDS);
    }

    static String stage(CoordinationRecord record, Pathway pathway) {
        if (record.chart().custodian().isEmpty()) {
            return "unopened";
        }
        return record.chart()
                .runs()
                .get(Scene.RUN)
                .map(r -> !r.isOpen()
                        ? "closed"
                        : (r.gap() ? "after-" : "") + r.stage().orElseThrow())
                .orElse("no-run");
    }

    /** Promise 1: whatever is open has exactly one holder, and so has every open run and everything handed over. */
    private void oneOwner() {
        Instant at = record.recordedAt().orElse(now);
        for (Obligation o : record.chart().obligations().open()) {
            assertThat(o.tenure().holderAt(at)).contains(o.holder());
        }
        for (PathwayRun run : record.chart().runs().values()) {
            assertThat(record.work().outcomeOwnerAt(run.run(), at).isPresent()).isEqualTo(run.isOpen());
        }
        record.chart().handoffs().values().forEach(talks -> {
            int held = record.chart()
                    .obligations()
                    .openOf(talks.id().value(), Kinds.ACTION)
                    .size();
            assertThat(held).isEqualTo(talks.course().isEnded() ? 0 : 1);
        });
    }
}
