package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/**
 * Whole records, simulated: hosts at random on every shipped pathway, clocks that go on and back, commands that come
 * twice and too late. At each step whatever is open has one holder. What happens is counted by cell: where the run
 * stands, what is asked, what comes of it. {@code -Dbaton.commands=N} gives N commands to all pathways together, each its
 * share by its cells, and prints every cell; with 100 million each of them must have been met a thousand times, for which
 * a pathway may take twice its share.
 */
class ShippedCellsTest {

    private static final long SEED = 2026;
    private static final int LEAST_SHARE = 15;
    private static final long COMMANDS = Long.getLong("baton.commands", 1_000_000);
    private static final long ENOUGH_FOR_ALL = 100_000_000;

    @Test
    @Promise(1)
    void oneOwnerThroughoutOnEveryWalkOverEveryShippedPathway() {
        List<ShippedCampaign> campaigns = ShippedCampaign.ofAll();
        assertThat(campaigns)
                .extracting(c -> c.pathway().id())
                .containsExactlyInAnyOrderElementsOf(
                        Catalog.all().stream().map(p -> p.id()).toList());

        long all = campaigns.stream().mapToLong(c -> c.open().size()).sum();
        long each = COMMANDS / all + 1;
        long most = COMMANDS < ENOUGH_FOR_ALL ? each : 2 * each;
        campaigns.parallelStream().forEach(campaign -> {
            long cells = campaign.open().size();
            campaign.walk(SEED, each * cells, most * cells);
        });
        campaigns.forEach(ShippedCellsTest::check);

        long commands = campaigns.stream().mapToLong(c -> c.commands()).sum();
        long applied = campaigns.stream().mapToLong(c -> c.applied()).sum();
        System.out.println("simulated commands: " + applied + " of " + commands + " applied, on " + campaigns.size()
                + " pathways, seed " + SEED);
    }

    private static void check(ShippedCampaign campaign) {
        List<String> open = campaign.open();
        SortedMap<String, Long> hits = campaign.hits();
        System.out.println("record cells: " + campaign.figures() + "; " + open.size() + " can be met");
        if (Long.getLong("baton.commands") != null) {
            open.forEach(cell -> System.out.println("  " + cell + " " + hits.getOrDefault(cell, 0L)));
        }
        if (COMMANDS >= ENOUGH_FOR_ALL) {
            assertThat(open)
                    .as("cells met a thousand times")
                    .allMatch(cell -> hits.getOrDefault(cell, 0L) >= Aim.ENOUGH);
        }
        assertThat(hits.keySet().stream().filter(cell -> !open.contains(cell)))
                .as("met, and nothing could")
                .isEmpty();
        assertThat(100 * campaign.applied() / campaign.commands())
                .as("percent applied")
                .isGreaterThan(LEAST_SHARE);
    }
}
