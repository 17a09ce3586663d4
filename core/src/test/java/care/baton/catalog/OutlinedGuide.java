package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.TakeDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who decides what on a pathway with an outline, when it goes further up, and who is told. */
abstract class OutlinedGuide extends OutlinedRoad {

    OutlinedGuide(Pathway pathway, Outline outline) {
        super(pathway, outline);
    }

    static TakeDecision decision(String topic) {
        return new TakeDecision(RUN, Code.of(topic), Code.of("yes"), Sensitive.none(), Optional.empty());
    }

    @Test
    void eachTopicIsDecidedByItsOneOwnerAndGoesFurtherUpOnItsCondition() {
        Scene scene = opened();
        Map<String, List<String>> said = new TreeMap<>();
        pathway.guide()
                .topics()
                .forEach(t -> said.put(
                        t.topic().value(),
                        List.of(t.owner().value(), t.escalatesWhen().value())));
        assertThat(said).isEqualTo(outline.topics());
        outline.topics().forEach((topic, line) -> {
            assertThat(told(scene.refusals(OTHER, decision(topic))))
                    .containsExactly("ROLE_NOT_PERMITTED decisions/" + topic + " [" + line.get(0) + "]");
            Scene raised = scene.fork().does(OTHER, new RaiseFlag(Code.of(line.get(1))));
            assertThat(raised.lines("escalate")).contains(escalated(topic, line.get(0)));
        });
        assertThat(told(scene.refusals("supervisor", decision("weather"))))
                .containsExactly("TOPIC_UNKNOWN decisions/weather []");
    }

    String escalated(String topic, String owner) {
        return "escalate " + topic + ": " + part("escalates") + " for " + owner + " by " + confirmedBy() + ", "
                + route();
    }

    @Test
    void whoIsToldOfADecisionAndByWhom() {
        outline.topics().forEach((topic, line) -> {
            Scene scene = opened().does(line.get(0), decision(topic));
            List<String> notice = outline.notices().getOrDefault(topic, List.of());
            List<String> expected = new ArrayList<>();
            if (!notice.isEmpty()) {
                Stream.of(notice.get(1).split(" "))
                        .forEach(to -> expected.add("notify " + topic + ":" + to + ": " + notice.get(0) + " for " + to
                                + " by " + notice.get(2) + ", " + route()));
            }
            assertThat(scene.lines("notify")).as(topic).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    /** The role has this work by the definition, and holds each piece of it once it is opened. */
    void owns(String role, List<String> duties) {
        assertThat(pathway.roles())
                .filteredOn(r -> r.code().value().equals(role))
                .flatExtracting(r -> r.duties())
                .containsExactlyElementsOf(Needs.codes(duties.toArray(String[]::new)));
        Scene scene = opened();
        duties.forEach(duty -> assertThat(
                        scene.owed(duty, "duty").orElseThrow().holder().role())
                .isEqualTo(Code.of(role)));
    }

    /** Whoever may approve has seen the warning; nobody else may. */
    void approves(Scene warned, String flag) {
        outline.stages().stream().flatMap(s -> s.warned().stream()).distinct().forEach(w -> {
            if (w.flags().contains(flag)) {
                Approve approve = new Approve(Code.of(w.item()), List.of(new Covered(Code.of(flag), 1)));
                assertThat(told(warned.refusals(OTHER, approve)))
                        .containsExactly("ROLE_NOT_PERMITTED approvals/" + w.item() + " [" + w.role() + "]");
                warned.does(w.role(), approve);
            }
        });
    }
}
