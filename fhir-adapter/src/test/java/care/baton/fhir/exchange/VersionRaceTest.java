package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Somebody is a moment earlier, up to eight times in a row, whenever we write: nothing of theirs is written over, what is
 * asked is decided again at most five times, and then it is a person's. {@code -Dbaton.races=N} races at least N times.
 */
@Promise(10)
@Execution(ExecutionMode.CONCURRENT)
class VersionRaceTest {

    private static final int RACES = Integer.getInteger("baton.races", 90);

    @Test
    void nothingOfTheirsIsWrittenOverAndAnAnswerIsTriedAtMostFiveTimesAgain() {
        SplittableRandom seeds = new SplittableRandom(10);
        int races = 0;
        int effective = 0;
        int persons = 0;
        for (int walks = 0; races < RACES; walks++) {
            long seed = seeds.nextLong();
            try (Race race = new Race(seed)) {
                boolean stood = race.runs();
                effective += stood ? 1 : 0;
                persons += stood ? 0 : 1;
                races += race.races;
            } catch (AssertionError wrong) {
                throw new AssertionError("race " + seed + ": " + wrong.getMessage(), wrong);
            }
        }
        System.out.printf("races %d: answers that stood %d, back to a person %d%n", races, effective, persons);
        assertThat(effective).isPositive();
        assertThat(persons).isPositive();
    }

    /** One offer that is answered, begun and done while somebody keeps adding remarks. */
    private static final class Race implements AutoCloseable {
        private final Country country = new Country(PartnerProfiles.plainR4());
        private final Random random;
        int races;
        private int left;
        private int writes;
        private int remarks;

        Race(long seed) {
            this.random = new Random(seed);
        }

        boolean runs() {
            country.sender.says("offer", TwoSites.asked("ServiceRequest/s1"), country.now);
            settle();
            country.weather = asked -> {
                if (asked.method().equals("PUT") && asked.path().contains("/Task/")) {
                    writes++;
                    if (left-- > 0) {
                        races++;
                        remark();
                    }
                }
                return Fault.NONE;
            };
            left = random.nextInt(9);
            int before = left;
            country.receiver.says(
                    "accept",
                    new AnswerOffer(1, country.receiver.offer().orElseThrow().asked(), new Answer.Accept()),
                    country.now);
            settle();
            boolean stood = country.receiver.holds(country.now);
            assertThat(stood).as("stands after " + before).isEqualTo(before < AsReceiver.MOST);
            assertThat(writes).as("writes").isLessThanOrEqualTo(AsReceiver.MOST);
            if (stood) {
                left = random.nextInt(4);
                country.receiver.says("start", new StartAction(), country.now);
                settle();
                left = random.nextInt(4);
                country.receiver.says(
                        "done",
                        new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("done")))),
                        country.now);
                settle();
            } else {
                assertThat(country.named()).contains("ANSWER-overtaken-kept-changing");
            }
            left = 0;
            country.calms();
            country.agrees();
            ObjectNode task = country.server.all("Task").get(0);
            long kept = task.path("note").findValuesAsText("text").stream()
                    .filter(t -> t.startsWith("remark "))
                    .distinct()
                    .count();
            assertThat(kept).as("remarks written over").isEqualTo(remarks);
            return stood;
        }

        private void remark() {
            ObjectNode task = country.server.all("Task").get(0).deepCopy();
            task.withArray("/note").addObject().put("text", "remark " + ++remarks);
            country.server.put("Task", task.path("id").asText(), task);
        }

        private void settle() {
            for (int i = 0; i < 2; i++) {
                country.passes(Duration.ofMinutes(1));
                country.houses().forEach(country::turn);
            }
        }

        @Override
        public void close() {
            country.close();
        }
    }
}
