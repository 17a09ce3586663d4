package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import java.util.Random;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault at every exchange of a passage, a death at every point of a host's loop, and another one on the way back:
 * the end is the one without any. {@code -Dbaton.faults=1} and {@code -Dbaton.deaths=1} take all of them, the test
 * command every so many.
 */
@Execution(ExecutionMode.CONCURRENT)
class EveryFaultTest {

    private static final Fault[] FAULTS = Fault.values();
    private static final int EVERY_FAULT = Integer.getInteger("baton.faults", 316);
    private static final int EVERY_DEATH = Integer.getInteger("baton.deaths", 92);

    @ParameterizedTest
    @EnumSource(Passage.class)
    @Promise({10, 11})
    void aFaultAtAnyExchangeChangesNothingInTheEnd(Passage passage) {
        int exchanges;
        String end;
        try (Country country = passage.country()) {
            passage.through(country);
            country.agrees();
            exchanges = country.exchanges;
            end = country.end();
        }
        int runs = 0;
        int all = exchanges * (FAULTS.length - 1);
        for (int i = passage.ordinal() % EVERY_FAULT; i < all; i += EVERY_FAULT) {
            int at = i / (FAULTS.length - 1);
            Fault fault = FAULTS[1 + i % (FAULTS.length - 1)];
            try (Country country = passage.country()) {
                country.weather = asked -> country.exchanges == at + 1 ? fault : Fault.NONE;
                passage.through(country);
                ends(country, end, passage + " " + fault + " at exchange " + at);
            }
            runs++;
        }
        System.out.printf("%s: exchanges %d, runs with one fault %d%n", passage, exchanges, runs);
    }

    @ParameterizedTest
    @EnumSource(Passage.class)
    @Promise({11, 22})
    void aDeathAtAnyPointAndAnotherOnTheWayBackChangeNothingInTheEnd(Passage passage) {
        int[] points = {0};
        String end;
        try (Country country = passage.country()) {
            country.houses().forEach(h -> h.dies = p -> points[0]++ < 0);
            passage.through(country);
            end = country.end();
        }
        int runs = 0;
        Random random = new Random(passage.ordinal());
        for (int i = passage.ordinal() % EVERY_DEATH; i < points[0]; i += EVERY_DEATH) {
            for (boolean again : new boolean[] {false, true}) {
                int first = i;
                int second = again ? i + 1 + random.nextInt(12) : -1;
                int[] seen = {0};
                try (Country country = passage.country()) {
                    country.houses()
                            .forEach(h -> h.dies = p -> {
                                int now = seen[0]++;
                                return now == first || now == second;
                            });
                    passage.through(country);
                    ends(country, end, passage + " dies at " + first + " and " + second);
                }
                runs++;
            }
        }
        System.out.printf("%s: points %d, runs with a death or two %d%n", passage, points[0], runs);
    }

    private static void ends(Country country, String end, String what) {
        assertThat(country.end()).as(what).isEqualTo(end);
        country.agrees();
    }
}
