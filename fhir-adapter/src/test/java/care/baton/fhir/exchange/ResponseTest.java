package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.fhir.FhirJson;
import care.baton.fhir.exchange.Response.Found;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What came of a request. */
class ResponseTest {

    private static final FhirJson TASK =
            FhirJson.read("{\"resourceType\":\"Task\"}").value().orElseThrow();

    @Test
    void whatWasFoundCanBeAddressed() {
        assertThat(new Found("Task", "t-1.a", "7", TASK).id()).isEqualTo("t-1.a");
        for (String none : List.of("", "a/b", "a b", "x".repeat(65))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Found("Task", none, "7", TASK));
            assertThatIllegalArgumentException().isThrownBy(() -> new Found("Task", "t1", none, TASK));
        }
    }

    @Test
    void itTellsItsKindAndNothingOfWhatIsInIt() {
        Found found = new Found("Task", "secret", "7", TASK);

        assertThat(found).hasToString("Found");
        assertThat(new Response.Page(List.of(found), Optional.of("secret"))).hasToString("Page[1]");
    }

    @Test
    void withNothingMoreToSayAPageIsWholeAndNothingStoodBetween() {
        assertThat(new Response.Page(List.of(), Optional.empty()).whole()).isTrue();
        assertThat(new Response.Page(List.of(), Optional.empty(), false).issues())
                .isEmpty();
        Response.Stands stands =
                new Response.Stands(LinkKey.task("handoff-1", 1), 1, new Found("Task", "t1", "7", TASK));
        assertThat(stands.gap()).isFalse();
        assertThat(stands.between()).isEmpty();
    }
}
