package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.in;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.json.Json;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The shipped definitions as a host keeps them, with something struck out: each is refused, and the place is named. */
class IncompleteDefinitionTest {

    private static final List<Pathway> SHIPPED = Catalog.all();

    /** Where a stage says what its template asks for. */
    private static final Map<String, String> PLACE = Map.of(
            "pathway-stage", "code",
            "responsible-owner", "owner",
            "required-handoff", "handoff",
            "evidence-source", "evidence",
            "decision-deadline", "due",
            "escalation-trigger", "ladder",
            "commissioner-review-owner", "reviewer");

    private static final ObjectMapper JSON = new ObjectMapper();

    @RowTest
    @Rows({"HND-18..HND-22", "HND-24", "HND-25"})
    void noStageIsWithoutTheFieldOfItsTemplate(Row row) {
        String field = PLACE.get(Named.in(row).value());
        for (Pathway pathway : SHIPPED) {
            for (int n = 0; n < pathway.stages().size(); n++) {
                String place = "definition/stages/" + n + "/" + field;
                assertThat(without(pathway, "/stages/" + n, field)).containsExactly("FIELD_MISSING " + place + " []");
                assertThat(blank(pathway, "/stages/" + n, field))
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith("VALUE_MALFORMED " + place)
                                || line.startsWith("FIELD_UNKNOWN_KIND " + place));
            }
        }
    }

    @Test
    @Requirement("HND-13")
    void aHandoffIsOfAStageThatSaysWhoOwnsItWhereItsEvidenceIsAndWhoReviewsIt() {
        for (String field : List.of("owner", "evidence", "reviewer", "ladder")) {
            assertThat(without(SHIPPED.get(0), "/stages/0", field))
                    .containsExactly("FIELD_MISSING definition/stages/0/" + field + " []");
        }
        InHandoff offer = in(ReferralRoad.offer(ReferralRoad.ASK, Optional.of(ReferralRoad.SBAR)));
        assertThat(told(Scene.of(SHIPPED.get(0)).refusals("case-manager", offer)))
                .containsExactly("RUN_NOT_OPEN runs/" + RUN + " []");
        assertThat(ReferralRoad.profiled(SHIPPED.get(0)).refusals("case-manager", offer))
                .isEmpty();
    }

    @Test
    @Requirement("OWN-33")
    void noPathwayIsWithoutAnOwnerAReviewOrWhatItsClosingNeeds() {
        for (Pathway pathway : SHIPPED) {
            for (String field : List.of("owner", "review", "closure")) {
                assertThat(without(pathway, "", field)).containsExactly("FIELD_MISSING definition/" + field + " []");
            }
            ObjectNode needsNothing = tree(pathway);
            needsNothing.putArray("closure");
            assertThat(refusals(needsNothing)).containsExactly("FIELD_MISSING definition/closure []");
            for (String part : List.of("role", "each")) {
                assertThat(without(pathway, "/review", part))
                        .containsExactly("FIELD_MISSING definition/review/" + part + " []");
            }
        }
    }

    @RowTest
    @Rows("OWN-23..OWN-27")
    void oneRoleAnswersForEachAndNeverNoneOrTwo(Row row) {
        String who = row.statement().replaceAll(".* role that (\\w+).*", "$1");
        String place = "definition/responsibilities/" + who;
        for (Pathway pathway : SHIPPED) {
            assertThat(without(pathway, "/responsibilities", who)).containsExactly("FIELD_MISSING " + place + " []");
            ObjectNode two = tree(pathway);
            ArrayNode both = ((ObjectNode) two.get("responsibilities")).putArray(who);
            both.add("supervisor").add("case-manager");
            assertThat(refusals(two)).containsExactly("VALUE_MALFORMED " + place + " []");
        }
    }

    @Test
    @Requirement({"OWN-11", "OWN-32"})
    void noTopicHasTwoOwners() {
        for (Pathway pathway : SHIPPED) {
            ObjectNode tree = tree(pathway);
            ArrayNode topics = (ArrayNode) tree.at("/guide/topics");
            ObjectNode again = topics.get(1).deepCopy();
            topics.add(again.put("owner", "supervisor"));
            assertThat(refusals(tree)).containsExactly("VALUE_MALFORMED definition/guide/topics []");
            for (String part : List.of("owner", "escalatesWhen")) {
                assertThat(without(pathway, "/guide/topics/1", part))
                        .containsExactly("FIELD_MISSING definition/guide/topics/1/" + part + " []");
            }
        }
    }

    private static List<String> without(Pathway pathway, String at, String field) {
        ObjectNode tree = tree(pathway);
        assertThat(((ObjectNode) tree.at(at)).remove(field)).isNotNull();
        return refusals(tree);
    }

    private static List<String> blank(Pathway pathway, String at, String field) {
        ObjectNode tree = tree(pathway);
        ((ObjectNode) tree.at(at)).put(field, " ");
        return refusals(tree);
    }

    private static List<String> refusals(JsonNode tree) {
        return told(Json.readDefinition(Pathway.class, tree.toString()).refusals());
    }

    private static ObjectNode tree(Pathway pathway) {
        try {
            return (ObjectNode) JSON.readTree(Json.write(pathway));
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
