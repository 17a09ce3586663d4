package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What is the same server, by its address. */
class OriginTest {

    private static final int LONGEST = 16_384;

    private static boolean same(String base, String address) {
        return Origin.same(URI.create(base), address);
    }

    @Test
    void thePortThatASchemeMeansIsTheSameWhetherItIsNamedOrNot() {
        assertThat(same("http://server.example/fhir", "http://server.example:80/fhir/Task/1"))
                .isTrue();
        assertThat(same("https://server.example/fhir", "https://server.example:443/fhir/Task/1"))
                .isTrue();
        assertThat(same("http://server.example:80/fhir", "http://server.example/fhir/Task/1"))
                .isTrue();
        assertThat(same("http://server.example/fhir", "http://server.example:443/fhir/Task/1"))
                .isFalse();
        assertThat(same("https://server.example/fhir", "https://server.example:80/fhir/Task/1"))
                .isFalse();
        assertThat(same("http://server.example:8080/fhir", "http://server.example:8081/fhir/Task/1"))
                .isFalse();
        assertThat(same("http://server.example/fhir", "http://server.example:0/fhir/Task/1"))
                .isFalse();
    }

    @Test
    void theFolderIsTheWholeOfItsName() {
        for (String base : new String[] {"http://server.example/fhir", "http://server.example/fhir/"}) {
            assertThat(same(base, "http://server.example/fhir/Task/1")).isTrue();
            assertThat(same(base, "http://server.example/fhir?_getpages=1")).isTrue();
            assertThat(same(base, "http://server.example/fhirs/Task/1")).isFalse();
        }
    }

    @Test
    void anAddressIsOfPlainLettersAndAsLongAsALineMayBe() {
        String base = "http://server.example/fhir";
        String start = base + "/Task?a=";
        String longest = start + "x".repeat(LONGEST - start.length());

        assertThat(same(base, longest)).isTrue();
        assertThat(same(base, longest + "x")).isFalse();
        assertThat(same(base, start + "~")).isTrue();
        assertThat(same(base, start + "\u00e9")).isFalse();
        assertThat(same(base, start + " ")).isFalse();
    }
}
