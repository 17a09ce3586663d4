package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.task.SeenReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of whom a Task describes inside itself, what counts is the organization outside. */
class ContainedTest {

    private static final FhirJson TASK = json("{'resourceType':'Task','contained':["
            + "{'resourceType':'Patient','id':'a'},"
            + "{'resourceType':'PractitionerRole','id':'nurse','organization':{'reference':'Organization/12'}},"
            + "{'resourceType':'PractitionerRole','id':'alone'},"
            + "{'resourceType':'PractitionerRole','id':'within','organization':{'reference':'#o'}},"
            + "{'resourceType':'Organization','id':'o'}]}");

    @Test
    void aRoleInsideStandsForItsOrganization() {
        assertThat(behind("#nurse")).isEqualTo("Organization/12");
        assertThat(outside("{'reference':'#nurse'}")).hasValue("{'reference':'Organization/12'}");
    }

    @Test
    void whateverElseIsNamedStandsForItself() {
        for (String other : new String[] {"#a", "#o", "#alone", "#nobody", "nurse", "PractitionerRole/nurse"}) {
            assertThat(behind(other)).isEqualTo(other);
        }
    }

    @Test
    void whatIsNamedOutsideStaysAsItIs() {
        String role = "{'reference':'PractitionerRole/nurse','display':'Night shift'}";
        assertThat(outside(role)).hasValue(role);
        assertThat(outside("'nurse'")).isEmpty();
    }

    @Test
    void whatLeadsNowhereOutsideIsLeftOutButForItsNumber() {
        for (String inside : new String[] {"#a", "#o", "#alone", "#within", "#nobody"}) {
            assertThat(outside("{'reference':'" + inside + "'}")).as(inside).isEmpty();
            assertThat(outside("{'reference':'" + inside + "','identifier':{'value':'7'}}"))
                    .as(inside)
                    .hasValue("{'identifier':{'value':'7'}}");
        }
    }

    private static String behind(String address) {
        SeenReference seen = new SeenReference(Optional.of(address), Optional.empty());
        return Contained.behind(seen, TASK).reference().orElseThrow();
    }

    private static Optional<String> outside(String reference) {
        JsonNode node =
                json("{'resourceType':'Task','owner':" + reference + "}").element("owner");
        return Contained.outside(node, TASK).map(found -> found.toString().replace('"', '\''));
    }

    private static FhirJson json(String text) {
        return FhirJson.read(text.replace('\'', '"')).value().orElseThrow();
    }
}
