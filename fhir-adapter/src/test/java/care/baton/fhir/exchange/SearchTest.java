package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.exchange.Response.Found;
import care.baton.outcome.Code;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a search found, and whether a page of it could not be taken in. */
class SearchTest {

    private static Optional<Found> resource(String json) {
        return Search.resource(FhirJson.read(json).value().orElseThrow());
    }

    @Test
    void aResourceHasATypeAnIdAndAVersion() {
        assertThat(resource("{\"resourceType\":\"Task\",\"id\":\"t1\",\"meta\":{\"versionId\":\"7\"}}"))
                .get()
                .matches(found -> found.type().equals("Task")
                        && found.id().equals("t1")
                        && found.version().equals("7"));
        assertThat(resource("{\"resourceType\":\"Task\",\"id\":\"t1\"}")).isEmpty();
        assertThat(resource("{\"resourceType\":\"Task\",\"meta\":{\"versionId\":\"7\"}}"))
                .isEmpty();
        assertThat(resource("{\"resourceType\":\"Task\",\"id\":\"a/b\",\"meta\":{\"versionId\":\"7\"}}"))
                .isEmpty();
    }

    @Test
    void aPageThatCannotBeTakenInIsNotReadAndAnyOtherFaultIsOne() {
        assertThat(Search.rejected(Searching.TOO_LARGE).isUnread()).isTrue();
        assertThat(Search.rejected(Searching.NOT_READ_AT_ALL).isUnread()).isTrue();
        assertThat(Search.rejected(Code.of("not-a-bundle")).isUnread()).isFalse();
        assertThat(Search.failed(new Response.Unknown(Optional.empty(), 0)).isUnread())
                .isFalse();
        assertThat(empty().isUnread()).isFalse();
    }

    @Test
    void aFaultIsToldInPlaceOfThePage() {
        Response unknown = new Response.Unknown(Optional.empty(), 0);

        assertThat(Search.failed(unknown).page()).isEqualTo(unknown);
        assertThat(empty().page()).isEqualTo(new Response.Page(List.of(), Optional.of("2026"), true));
        assertThat(empty().page()).hasToString("Page[0]");
    }

    private static Search empty() {
        return new Search(List.of(), Optional.of("2026"), true, List.of(), Optional.empty());
    }
}
