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
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** Commands on one record with a shipped pathway, one after the other, from some place on its road. */
final class ShippedWalk {

    private final Pathway pathway;
    private final Rulebook rules;
    private final SplittableRandom random;
    private CoordinationRecord record;
    private Instant now;

    ShippedWalk(Pathway pathway, Rulebook rules, CoordinationRecord start, Instant now, SplittableRandom random) {
        this.pathway = pathway;
        this.rules = rules;
        this.record = start;
        this.now = now;
        this.random = random;
    }

    /** Takes so many steps, tells each by the cell that it fell into, and looks at who holds what after each. */
    CoordinationRecord take(int steps, BiConsumer<String, String> told) {
        for (int i = 0; i < steps; i++) {
            step(i, told);
        }
        return record;
    }

    private void step(int number, BiConsumer<String, String> told) {
        now = now.plus(random.nextInt(25) == 0 ? Duration.ofHours(random.nextInt(60)) : Duration.ofMinutes(1));
        ShippedTalk talk = new ShippedTalk(record, pathway, random, now);
        ShippedDeck deck = new ShippedDeck(record, pathway, random, now);
        int what = random.nextInt(10);
        String kind = what < 4
                ? talk.fitting()
                : what < 6 ? one(ShippedTalk.KINDS) : what < 7 ? "RecordFact" : one(ShippedDeck.KINDS);
        Card card = ShippedTalk.KINDS.contains(kind) ? talk.draw(kind) : deck.draw(kind);
        Act act = Act.of(CommandId.of("w-" + number), card.by(), Stamp.at(now));
        Salt salt = Salt.of(ByteBuffer.allocate(16).putInt(number).array());
        Outcome<CoordinationRecord, Entry> outcome = record.decide(card.command(), act, salt, rules);
        String came =
                !outcome.isApplied() ? "refused" : outcome.orThrow().events().isEmpty() ? "nothing" : "applied";
        told.accept(stage(record, pathway) + " " + kind, came);
        record = outcome.fold(done -> done.state(), refused -> record);
        if (came.equals("applied")) {
            oneOwner();
        }
    }

    private String one(java.util.List<String> kinds) {
        return ShippedDeck.one(random, kinds);
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
