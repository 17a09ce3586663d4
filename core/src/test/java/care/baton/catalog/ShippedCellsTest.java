package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/**
 * Promise 1 on the shipped pathways: at each step of many walks whatever is open has one holder. The walks are counted
 * by cell: where the run stands, what is asked, what comes of it. {@code -Dbaton.campaign=N} takes N walks of each.
 */
class ShippedCellsTest {

    private static final int LEAST_SHARE = 25;

    @Test
    @Promise(1)
    void oneOwnerThroughoutOnEveryWalkOverAReferral() {
        check(ShippedCampaign.ofTheReferral());
    }

    @Test
    @Promise(1)
    void oneOwnerThroughoutOnEveryWalkOverACoordinationAfterDischarge() {
        check(ShippedCampaign.ofTheCoordination());
    }

    private static void check(ShippedCampaign campaign) {
        campaign.walk(2026);
        List<String> open =
                campaign.all().stream().filter(cell -> !Unreachable.is(cell)).toList();
        SortedMap<String, Long> hits = campaign.hits();
        System.out.println("record cells: " + campaign.figures() + "; " + open.size() + " can be met, "
                + hits.values().stream().filter(n -> n >= Aim.ENOUGH).count() + " at least 1,000 times");
        if (ShippedCampaign.PRINT) {
            open.forEach(cell -> System.out.println("  " + cell + " " + hits.getOrDefault(cell, 0L)));
        }
        assertThat(open).as("cells that were met").containsAll(hits.keySet());
        assertThat(campaign.share()).as("percent applied").isGreaterThan(LEAST_SHARE);
    }
}
