package care.baton.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * One suite over two servers that know nothing of each other: HAPI's, and one of other making; or, with {@code
 * -Dbaton.server=URL}, over that one alone. It needs Node and the npm registry, so only the profile {@code second-server}
 * runs it.
 */
class SecondServerTrial {

    private static final String GIVEN = System.getProperty("baton.server", "");

    @Test
    void everyServerHoldsWhatTheExchangeReliesOn() throws IOException {
        if (!GIVEN.isEmpty()) {
            assertThat(missing(GIVEN)).isEmpty();
            return;
        }
        needsNode(SecondServer.lacking());
        List<String> missing = new ArrayList<>();
        try (SecondServer second = SecondServer.start()) {
            missing.addAll(missing(second.baseUrl()));
        }
        missing.addAll(missing(OneHospital.baseUrl()));
        assertThat(missing).isEmpty();
    }

    /** What does not hold there, or could not be tried. */
    private static List<String> missing(String server) {
        ExchangeSuite suite = ExchangeSuite.on(URI.create(server));
        suite.report().forEach(System.out::println);
        return suite.missing();
    }

    private static void needsNode(List<String> lacking) {
        String sentence = "the second server needs node and npm; not on this machine: " + String.join(", ", lacking);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(lacking).as(sentence).isEmpty();
        }
        Assumptions.assumeTrue(lacking.isEmpty(), sentence);
    }
}
