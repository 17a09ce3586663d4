package care.baton.fhir.history;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Provenance as a step of ours; everything that stands in the way is named. */
final class ProvenanceReader {

    private final JsonNode tree;

    ProvenanceReader(JsonNode tree) {
        this.tree = tree;
    }

    Mapped<ToldStep> read(List<MappingIssue> shape) {
        Optional<TaskVersion> target = TaskVersion.read(tree.path("target").path(0));
        Optional<Code> activity =
                Concepts.code(tree.path("activity"), FhirSystems.ACTIVITIES).flatMap(Concepts::of);
        Optional<Holder> by = Agent.AUTHOR.read(tree.path("agent"));
        Optional<Instant> recorded = Instants.read(tree.path("recorded"));
        List<MappingIssue> missing = new ArrayList<>(shape);
        if (!tree.path("resourceType").asText("").equals("Provenance")) {
            missing.add(MappingIssue.error("not-a-provenance", ""));
        }
        need(target, "target-not-ours", "Provenance.target", missing);
        need(activity, "activity-unknown", "Provenance.activity", missing);
        need(by, "author-unknown", "Provenance.agent", missing);
        need(recorded, "recorded-unknown", "Provenance.recorded", missing);
        if (missing.stream().anyMatch(issue -> issue.severity() == MappingIssue.Severity.ERROR)) {
            return new Mapped.Unreadable<>(missing);
        }
        TaskVersion of = target.orElseThrow();
        Transition step = new Transition(
                of.handoff(),
                of.offer(),
                activity.orElseThrow(),
                by.orElseThrow(),
                Agent.ENTERER.read(tree.path("agent")),
                recorded.orElseThrow(),
                Instants.read(tree.path("occurredDateTime")));
        return Mapped.of(new ToldStep(step, of.id(), of.version()), missing);
    }

    private static void need(Optional<?> value, String code, String path, List<MappingIssue> missing) {
        if (value.isEmpty()) {
            missing.add(MappingIssue.error(code, path));
        }
    }
}
