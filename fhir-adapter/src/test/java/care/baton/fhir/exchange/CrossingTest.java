package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A Task, or what it is about, is suddenly another person's: by another id, or by the same one on another server or of
 * another tenant. {@code -Dbaton.crossings=N} takes N of them, {@code -Dbaton.seed} others than these.
 */
@Promise(19)
@Execution(ExecutionMode.CONCURRENT)
class CrossingTest {

    private static final int CROSSINGS = Integer.getInteger("baton.crossings", 200);
    /** With each partner profile: nothing said yet, and one offer that both know of. */
    private static final List<TwoSites> BEFORE =
            PartnerProfiles.all().stream().map(TwoSites::new).toList();

    private static final List<TwoSites> OFFERED =
            BEFORE.stream().map(TwoSites::new).peek(TwoSites::offer).toList();

    private static final List<String> OTHERS = List.of(
            "Patient/canary",
            "http://server.example/fhir/Patient/canary",
            "http://server.example/fhir/canary/Patient/p1",
            "http://server.example/canary/Patient/p1",
            "http://canary.example/fhir/Patient/p1");
    private static final List<String> HELD = List.of("accepted", "in-progress", "on-hold", "completed");
    private static final List<Way> WAYS = List.of(
            new Way(BEFORE, Crossing::isOfferedForAnother),
            new Way(OFFERED, Crossing::isAnsweredForAnother),
            new Way(OFFERED, Crossing::becomesAnothersBeforeItIsAccepted),
            new Way(OFFERED, Crossing::isAboutAnothersRequest));

    @Test
    void nothingOfAnotherPersonIsTakenForOursAndNothingOfItIsTold() {
        SplittableRandom seeds = new SplittableRandom(Long.getLong("baton.seed", 19));
        for (int i = 0; i < CROSSINGS; i++) {
            long seed = seeds.nextLong();
            Way way = WAYS.get(i % WAYS.size());
            Crossing crossing = new Crossing(new Random(seed), way.from());
            try {
                way.crosses().accept(crossing);
                crossing.saysNothingOfThem();
            } catch (AssertionError no) {
                throw new AssertionError("crossing " + i + ", " + seed + ": " + no.getMessage(), no);
            }
        }
        System.out.printf("crossings %d%n", CROSSINGS);
    }

    private record Way(List<TwoSites> from, Consumer<Crossing> crosses) {}

    private static final class Crossing extends TwoSites {
        private final Random random;
        private final String other;
        private final List<String> told = new ArrayList<>();

        Crossing(Random random, List<TwoSites> from) {
            super(from.get(random.nextInt(from.size())));
            this.random = random;
            this.other = OTHERS.get(random.nextInt(OTHERS.size()));
        }

        /** It may be ours under another name of the server: who takes it in has said so, and is told that nobody can tell. */
        private boolean isOfTheSameId() {
            return other.endsWith("/p1");
        }

        private void anothers(ObjectNode task) {
            task.putObject("for").put("reference", other);
        }

        private void looks(Site site) {
            for (int i = 0; i < 2; i++) {
                Absorbed read = site.absorbs(server.page(), now);
                told.add(read.issues() + " " + read.refusals() + " " + read);
                site.settles(server, now);
                foreign(t -> t.withArray("/note").addObject().put("text", "Ringing"));
            }
        }

        void isOfferedForAnother() {
            assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
            sender.settles(server, now);
            foreign(this::anothers);
            receiver.takes(server.page(), now);

            assertThat(receiver.talks().isPresent()).as("taken in").isEqualTo(isOfTheSameId());
            assertThat(receiver.issues).contains(isOfTheSameId() ? "person-not-checked" : "for-another-person");
        }

        void isAnsweredForAnother() {
            foreign(t -> {
                anothers(t);
                t.put("status", HELD.get(random.nextInt(HELD.size())));
            });
            looks(sender);

            assertThat(holds(sender)).as("let go for another person").isTrue();
        }

        void becomesAnothersBeforeItIsAccepted() {
            boolean decided = random.nextBoolean();
            if (decided) {
                answer(new Answer.Accept());
            }
            foreign(this::anothers);
            looks(receiver);
            if (!decided) {
                answer(new Answer.Accept());
                receiver.settles(server, now);
            }

            isNotAccepted();
        }

        void isAboutAnothersRequest() {
            server.foreign("ServiceRequest", "s1", r -> r.putObject("subject").put("reference", other));
            answer(new Answer.Accept());
            looks(receiver);

            isNotAccepted();
            assertThat(receiver.issues).contains(isOfTheSameId() ? "focus-changed" : "focus-for-another");
        }

        private void isNotAccepted() {
            assertThat(HELD).as("status").doesNotContain(status());
            assertThat(holds(receiver)).as("held for another person").isFalse();
        }

        void saysNothingOfThem() {
            for (Site site : List.of(sender, receiver)) {
                told.add(site.refused + " " + site.issues + " " + site.links + " " + site.record);
            }
            assertThat(told).noneMatch(words -> words.contains("canary"));
        }
    }
}
