package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.obligation.Obligation;
import care.baton.trace.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A partner goes on with a Task, step by step. One house is told of each step; another of any of them, late, twice, out
 * of order, or of none. Both look once: they stand alike. {@code -Dbaton.hints=N} takes N schedules.
 */
@Promise(18)
class HintTest {

    private static final int SCHEDULES = Integer.getInteger("baton.hints", 100);
    /** With each partner profile: one offer that both know of, and the same accepted by whoever was asked. */
    private static final List<TwoSites> OFFERED = Stream.of(
                    PartnerProfiles.plainR4(), PartnerProfiles.sdohClinicalCare(), PartnerProfiles.statusAndNotes())
            .map(TwoSites::new)
            .peek(TwoSites::offer)
            .toList();

    private static final List<TwoSites> ACCEPTED = OFFERED.stream()
            .map(TwoSites::new)
            .peek(two -> {
                two.answer(new Answer.Accept());
                two.receiver.settles(two.server, two.now);
            })
            .toList();

    private static final List<List<String>> WAYS = List.of(
            List.of("accepted", "", "in-progress", "", "completed"),
            List.of("accepted", "in-progress"),
            List.of("", "accepted", ""),
            List.of("", "rejected", ""),
            List.of("", ""));

    @Test
    void withAnyOfThemLostOneLookGivesTheSame() {
        SplittableRandom seeds = new SplittableRandom(18);
        int told = 0;
        int hints = 0;
        for (int i = 0; i < SCHEDULES; i++) {
            long seed = seeds.nextLong();
            Random random = new Random(seed);
            boolean receives = random.nextInt(3) == 0;
            List<TwoSites> from = receives && random.nextBoolean() ? ACCEPTED : OFFERED;
            TwoSites two = new TwoSites(from.get(random.nextInt(from.size())));
            Told every = new Told(two, receives);
            Told some = new Told(two, receives);
            List<String> way = receives ? List.of("", "cancelled") : WAYS.get(random.nextInt(WAYS.size()));
            for (String step : way.subList(0, 1 + random.nextInt(way.size()))) {
                two.now = two.now.plusSeconds(random.nextInt(600));
                every.goesOn(step);
                some.goesOn(step);
                every.hint(every.versions.size() - 1, two.now);
                told++;
                for (int n = random.nextInt(3); n > 0; n--) {
                    some.hint(random.nextInt(some.versions.size()), two.now);
                    hints++;
                }
            }
            every.looks(two.now);
            some.looks(two.now);
            assertThat(some.stands(two)).as("schedule " + seed).isEqualTo(every.stands(two));
        }
        System.out.printf("schedules %d: steps %d, of which the other was told %d times%n", SCHEDULES, told, hints);
    }

    /** A house as it stands, and the server as it is for that house. */
    private static final class Told {
        private final Shelf server;
        private final Site site;
        final List<Found> versions = new ArrayList<>();

        Told(TwoSites two, boolean receives) {
            this.server = new Shelf(two.server);
            this.site = new Site(receives ? two.receiver : two.sender);
        }

        /** The partner writes: a remark, or another status. */
        void goesOn(String step) {
            server.foreign("Task", server.tasks().get(0).id(), task -> {
                if (step.isEmpty()) {
                    task.withArray("/note").addObject().put("text", "called");
                } else {
                    task.put("status", step);
                }
            });
            versions.add(server.tasks().get(0));
        }

        void hint(int which, Instant now) {
            site.absorbs(new Response.Page(List.of(versions.get(which)), Optional.empty(), true), now);
            site.settles(server, now);
        }

        /** Then what stands on the server has been read. */
        void looks(Instant now) {
            site.absorbs(server.page(), now);
            site.settles(server, now);
            assertThat(site.links.get(LinkKey.task("handoff-1", 1)).flatMap(Link::version))
                    .contains(server.tasks().get(0).version());
        }

        String stands(TwoSites two) {
            return site.talks().orElseThrow().offers().values().stream()
                            .map(o -> o.state().getClass().getSimpleName())
                            .toList()
                    + " " + site.talks().orElseThrow().course() + " " + two.holds(site) + " "
                    + site.record.chart().obligations().open().stream()
                            .map(Obligation::key)
                            .sorted()
                            .toList();
        }
    }
}
