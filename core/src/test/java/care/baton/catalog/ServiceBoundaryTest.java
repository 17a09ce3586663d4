package care.baton.catalog;

import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.pathway.Side;
import care.baton.pathway.Topic;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The service boundary decision guide as it is shipped. */
class ServiceBoundaryTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | service-boundary
            run      | owner     | program-manager
            run      | records   | supervisor
            run      | decides   | supervisor
            run      | escalates | program-manager
            run      | closes    | supervisor
            run      | validates | case-manager
            run      | review    | program-manager
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | provider
            run      | receiver  | case-manager
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            stage    | question | supervisor | sbar | question-log | access-lead | 03-03 17:00 | provider
            field    | open   | boundary-question | supervisor | recorded | said | supervisor | 03-03 00:00
            field    | close  | boundary-decision | supervisor | recorded | said | supervisor | 03-03 17:00
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            closure  | boundary-decision | supervisor | recorded | said
            topic    | transportation-readiness | scheduler | transport-not-confirmed
            topic    | staff-assignment | scheduler | no-staff-available
            topic    | family-update-timing | supervisor | family-not-reached
            topic    | follow-up-after-missed-activities | supervisor | activities-missed-again
            topic    | support-intensity | case-manager | intensity-disputed
            topic    | authorization | authorization-team | hours-not-enough
            topic    | safety | supervisor | immediate-risk
            topic    | clinical-change | nurse-consultant | health-declining
            topic    | outcome-disruption | program-manager | repeated-disruption
            notice   | authorization | supervisor | case-manager | 03-03 17:00
            notice   | safety | supervisor | case-manager | 03-03 17:00
            notice   | clinical-change | supervisor | case-manager | 03-03 17:00
            notice   | outcome-disruption | supervisor | case-manager | 03-03 17:00
            """);

    ServiceBoundaryTest() {
        super(ServiceBoundary.guide(), OUTLINE);
    }

    @RowTest
    @Rows("OWN-03..OWN-06")
    void theQuestionHasOneWhoDecidesIt(Row row) {
        Map<String, List<String>> asked = Map.of(
                "who confirms transportation", List.of("transportation-readiness", "scheduler"),
                "who updates families after appointments", List.of("family-update-timing", "supervisor"),
                "who reviews missed community activities", List.of("follow-up-after-missed-activities", "supervisor"),
                "who decides whether support intensity should change", List.of("support-intensity", "case-manager"));
        String topic = asked.get(row.term()).get(0);
        String owner = asked.get(row.term()).get(1);
        Scene scene = opened();
        assertThat(scene.refusals(owner, decision(topic))).isEmpty();
        outline.topics().values().stream()
                .map(line -> line.get(0))
                .filter(other -> !other.equals(owner))
                .forEach(other -> assertThat(told(scene.refusals(other, decision(topic))))
                        .containsExactly("ROLE_NOT_PERMITTED decisions/" + topic + " [" + owner + "]"));
    }

    @RowTest
    @Rows("OWN-10")
    void fourTopicsStayWithTheProvider(Row row) {
        List<String> topics = Stream.of(row.term().split(", and |, "))
                .map(words -> words.replace(' ', '-'))
                .toList();
        assertThat(topics).hasSize(4);
        Scene scene = opened();
        for (String topic : topics) {
            assertThat(told(scene.refusals("case-manager", decision(topic))))
                    .hasSize(1)
                    .allMatch(line -> line.startsWith("ROLE_NOT_PERMITTED"));
            Topic line = pathway.guide().topic(decision(topic).topic()).orElseThrow();
            assertThat(line.side()).isEqualTo(Side.PROVIDER);
            assertThat(Scene.seat(line.owner().value()).organization()).isEqualTo(Scene.House.PROVIDER.id());
            assertThat(scene.fork().does(line.owner().value(), decision(topic)).lines("notify"))
                    .isEmpty();
        }
    }

    @Test
    @Requirement("ESC-02")
    void theSupervisorTellsTheCaseManagerOfFourThings() {
        Map<String, String> involved = Map.of(
                "authorization", "authorization-team",
                "safety", "supervisor",
                "clinical-change", "nurse-consultant",
                "outcome-disruption", "program-manager");
        involved.forEach((topic, owner) -> assertThat(
                        opened().does(owner, decision(topic)).lines("notify"))
                .containsExactly(
                        "notify " + topic + ":case-manager: supervisor for case-manager by 03-03 17:00, " + route()));
    }
}
