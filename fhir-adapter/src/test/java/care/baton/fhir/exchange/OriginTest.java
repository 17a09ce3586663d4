package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One server is one scheme, host, port and folder. */
class OriginTest {

    private static final String BASE = "http://server.example/fhir";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://server.example/fhir",
                "http://server.example/fhir/",
                "http://server.example/fhir/Task/1",
                "http://SERVER.example:80/fhir/Task?page=2",
                "http://server.example/fhir/~",
                "http://server.example/fhir//Task/1",
                "http://server.example/fhir/my%20list;v=1/caf%C3%A9/...",
                "http://server.example/fhir?page=..%2f..%252f%00%20%7C%c0%af;/../a"
            })
    void whatLiesInTheFolderIsOnTheServer(String address) {
        assertThat(Origin.same(URI.create(BASE), address)).isTrue();
        assertThat(Origin.same(URI.create(BASE + "/"), address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://server.example/",
                "http://server.example/fhirs/Task/1",
                "http://server.example/other/Task/1",
                "http://server.example/fhir/../other",
                "http://server.example/fhir/..;/other",
                "http://server.example/fhir/%2e%2E;x=1/other",
                "http://server.example/fhir/..%3b/other",
                "http://server.example/fhir/%252e%252e/other",
                "http://server.example/fhir/..%252fother",
                "http://server.example/fhir/..%5cother",
                "http://server.example/fhir/a%00b",
                "http://server.example/fhir/a%7fb",
                "http://server.example/fhir/..%20/other",
                "http://server.example/fhir/%c0%ae%c0%ae/other",
                "http://server.example/fhir/%ef%bc%8e./other",
                "http://other.example/fhir/Task/1",
                "https://server.example/fhir/Task/1",
                "http://somebody@server.example/fhir/Task/1",
                "http://server.example/fhir/Task/1#a",
                "http://server.example/fhir/T\u00e4sk",
                "http:/fhir/Task/1",
                "http:fhir",
                "/fhir/Task/1",
                "not an address"
            })
    void whatLiesElsewhereIsNot(String address) {
        assertThat(Origin.same(URI.create(BASE), address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://server.example/fhir, http://server.example:80/fhir, true",
        "http://server.example:80/fhir, http://server.example/fhir, true",
        "http://server.example/fhir, http://server.example:443/fhir, false",
        "http://server.example/fhir, http://server.example:0/fhir, false",
        "https://server.example/fhir, https://server.example:443/fhir, true",
        "https://server.example/fhir, https://server.example:80/fhir, false",
        "http://server.example:8080/fhir, http://server.example:8080/fhir, true",
        "http://server.example:8080/fhir, http://server.example:9090/fhir, false",
        "http://server.example:8080/fhir, http://server.example/fhir, false"
    })
    void aPortThatIsNotNamedIsThatOfTheScheme(String base, String address, boolean same) {
        assertThat(Origin.same(URI.create(base), address)).isEqualTo(same);
    }

    @Test
    void theFolderItselfIsNamedAsTheHostNamesIt() {
        URI base = URI.create("http://server.example/a%25b;v=1/fhir");

        assertThat(Origin.same(base, base + "/Task/1")).isTrue();
        assertThat(Origin.same(base, base + "/..;/Task")).isFalse();
        assertThat(Origin.same(base, "http://server.example/a%25b/fhir/Task/1")).isFalse();
    }

    @Test
    void anAddressIsAsLongAsALineThatIsRead() {
        String longest = BASE + "/" + "a".repeat(16_384 - BASE.length() - 1);

        assertThat(Origin.same(URI.create(BASE), longest)).isTrue();
        assertThat(Origin.same(URI.create(BASE), longest + "a")).isFalse();
    }
}
