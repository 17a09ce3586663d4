package care.baton.fhir.partner;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.json.Json;
import care.baton.json.Reading;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A host describes its own partner in JSON: no class of ours knows that partner. */
class PartnerProfileJsonTest {

    private static final String FULFILL =
            "{\"system\": \"http://hl7.org/fhir/CodeSystem/task-code\", \"code\": \"fulfill\", \"work\": \"handoff\"}";

    static List<PartnerProfile> shipped() {
        return PartnerProfiles.all();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedTableReadBackIsTheSame(PartnerProfile shipped) {
        assertThat(read(Json.write(shipped)).orThrow()).isEqualTo(shipped);
    }

    @Test
    void aTableOfTheHostsOwnIsReadAndDecidesWhoMayWriteWhat() throws IOException {
        PartnerProfile county = read(county()).orThrow();

        assertThat(county.work("urn:county:home-services:task", "intake")).containsExactly(Work.OTHER);
        assertThat(county.lifecycle().received()).isFalse();
        assertThat(county.lifecycle().cancellation(TaskStatus.ACCEPTED)).isEqualTo(CancelWay.NOT_POSSIBLE);
        assertThat(county.lifecycle().mayEnter(Work.HANDOFF, TaskStatus.ACCEPTED, List.of()))
                .containsExactly(Party.OWNER);
        assertThat(county.channels().clarification()).isEqualTo(QuestionChannel.NOTE);
    }

    @Test
    void aWordThatIsNoneOfTheListIsNamedWithThoseThatAre() throws IOException {
        Refusal wrong = only(read(county().replace("\"not-possible\"", "\"impossible\"")));

        assertThat(wrong.code()).isEqualTo(Reason.FIELD_UNKNOWN_KIND);
        assertThat(wrong.path()).isEqualTo("definition/lifecycle/cancellations/1/way");
        assertThat(wrong.names()).contains(Code.of("not-possible"), Code.of("direct"), Code.of("asked-by-abort-task"));
    }

    @Test
    void aFieldThatIsMissingOrNotKnownIsNamed() throws IOException {
        Refusal missing = only(read(county().replace("\"owner\": \"required\",", "")));
        Refusal unknown = only(read(county().replace("\"home\"", "\"token\": \"x\", \"home\"")));

        assertThat(missing.code()).isEqualTo(Reason.FIELD_MISSING);
        assertThat(missing.path()).isEqualTo("definition/parties/owner");
        assertThat(unknown.code()).isEqualTo(Reason.FIELD_UNKNOWN);
        assertThat(unknown.path()).isEqualTo("definition/parties/token");
    }

    @Test
    void aPartnerThatUsesNoStatusOrAChangeThatNobodyMayMakeIsRefusedWithItsPlace() throws IOException {
        String none = county().replaceFirst("(?s)\"statuses\": \\[[^\\]]*\\]", "\"statuses\": []");
        String nobody = county().replaceFirst("\"who\": \\[\"owner\"\\]", "\"who\": []");

        assertThat(only(read(none)).path()).isEqualTo("definition/lifecycle/statuses");
        assertThat(only(read(nobody)).path()).isEqualTo("definition/lifecycle/moves/0");
    }

    static List<Arguments> impossible() {
        return List.of(
                Arguments.of("\"statuses\": [\"requested\"]", "statuses", "lifecycle/statuses"),
                Arguments.of("\"statuses\": [\"accepted\", \"rejected\"]", "statuses", "lifecycle/statuses"),
                Arguments.of("\"statuses\": [\"requested\", \"accepted\"]", "statuses", "lifecycle/statuses"),
                Arguments.of(
                        "\"statuses\": [\"requested\", \"accepted\", \"rejected\", \"accepted\", \"cancelled\"]",
                        "statuses",
                        "lifecycle/statuses"),
                Arguments.of(
                        "\"statuses\": [\"requested\", \"accepted\", \"rejected\"]", "statuses", "lifecycle/moves"),
                Arguments.of(
                        "\"cancellations\": [{\"during\": \"requested\", \"way\": \"direct\"},"
                                + " {\"during\": \"requested\", \"way\": \"not-possible\"}]",
                        "cancellations",
                        "lifecycle/cancellations"),
                Arguments.of("\"codes\": []", "codes", "codes"),
                Arguments.of(
                        "\"codes\": [{\"system\": \"urn:county\", \"code\": \"fulfill\", \"work\": \"handoff\"}]",
                        "codes",
                        "codes"),
                Arguments.of("\"codes\": [" + FULFILL + ", " + FULFILL + "]", "codes", "codes"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void aTableByWhichNoHandoffCanGoIsRefusedWithItsPlace(String instead, String field, String place)
            throws IOException {
        Pattern list = Pattern.compile("\"" + field + "\": \\[[^\\]]*\\]");

        Refusal wrong = only(read(list.matcher(county()).replaceFirst(instead)));

        assertThat(wrong.path()).isEqualTo("definition/" + place);
    }

    @Test
    void aBusinessStatusNamedTwiceIsRefusedWithItsPlace() throws IOException {
        String twice = county().replaceFirst("(\\{ \"system\": \"urn:county:home-services:status\".*\\})", "$1, $1");

        assertThat(only(read(twice)).path()).isEqualTo("definition/lifecycle/businessStatuses");
    }

    @Test
    void severalAreAskedByACodeOnlyWhereTheTableHasThatCode() throws IOException {
        String asks = county().replace("\"selection\": \"none\"", "\"selection\": \"request-fulfillment\"");
        String code = "{\"system\": \"urn:county\", \"code\": \"request-fulfillment\", \"work\": \"handoff\"}";

        assertThat(only(read(asks)).path()).isEqualTo("definition/codes");
        assertThat(read(asks.replaceFirst("\"codes\": \\[", "\"codes\": [" + code + ","))
                        .orThrow()
                        .inviting())
                .extracting(TaskCode::system)
                .containsExactly("urn:county");
    }

    private static Reading<PartnerProfile> read(String json) {
        return Json.readDefinition(PartnerProfile.class, json);
    }

    private static Refusal only(Reading<?> reading) {
        assertThat(reading.refusals()).hasSize(1);
        return reading.refusals().get(0);
    }

    private static String county() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PartnerProfileJsonTest.class.getResourceAsStream("/partners/county.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
