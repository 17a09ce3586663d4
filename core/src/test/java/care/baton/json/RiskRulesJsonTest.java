package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Refusal;
import care.baton.risk.RiskRules;
import care.baton.trace.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules for risks are read as any definition is, and what is wrong with them is named with its place. */
class RiskRulesJsonTest {

    private static final String SHIPPED = Json.write(RiskRules.standard());

    @Test
    void whatWeShipIsReadAsItWasWritten() {
        assertThat(Json.readDefinition(RiskRules.class, SHIPPED).orThrow()).isEqualTo(RiskRules.standard());
    }

    @Test
    @Promise(35)
    void aNameThatDanglesIsNamedWithItsPlace() {
        assertThat(told("\"failures\":[\"missed-appointment\"", "\"failures\":[\"mist-appointment\""))
                .containsExactly("NAME_UNKNOWN definition/failures/mist-appointment");
        assertThat(told("\"steady\":[\"authorized-hours\"]", "\"steady\":[\"authorised-hours\"]"))
                .containsExactly("NAME_UNKNOWN definition/patterns/6/trigger/steady/authorised-hours");
        assertThat(told("\"hypotheses\":[\"caregiver-strain\"]", "\"hypotheses\":[\"strain\"]"))
                .containsExactly("NAME_UNKNOWN definition/patterns/10/proposal/hypotheses/strain");
    }

    @Test
    @Promise(35)
    void aPatternThatCanNeverComeUpOrWeighsLessWhereAcuityIsHigherIsNamed() {
        assertThat(told("\"sources\":2", "\"sources\":5"))
                .containsExactly("VALUE_MALFORMED definition/patterns/0/trigger/sources");
        assertThat(told("\"low\":180,\"moderate\":120,\"high\":60", "\"low\":180,\"moderate\":120,\"high\":121"))
                .containsExactly("VALUE_MALFORMED definition/patterns/6/thresholds");
        assertThat(told("\"low\":2,\"moderate\":2,\"high\":2", "\"low\":0,\"moderate\":0,\"high\":0"))
                .containsExactly("VALUE_MALFORMED definition/patterns/0/thresholds/high");
        assertThat(told("\"code\":\"clear-change\"", "\"code\":\"longer-tasks\""))
                .containsExactly("NAME_TWICE definition/patterns");
    }

    private static List<String> told(String before, String after) {
        assertThat(SHIPPED).contains(before);
        List<Refusal> refusals = Json.readDefinition(
                        RiskRules.class,
                        SHIPPED.substring(0, SHIPPED.indexOf(before))
                                + after
                                + SHIPPED.substring(SHIPPED.indexOf(before) + before.length()))
                .refusals();
        return refusals.stream().map(r -> r.code() + " " + r.path()).toList();
    }
}
