package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import care.baton.evidence.Entry;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Endpoint;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.Rulebook;
import care.baton.time.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** The host that docs/serving.md prints serves one partner. */
class InMemoryTest {

    private final Ward ward = new Ward();
    private final String id = ward.offers(Ward.CARE, "h1");
    private final Endpoint endpoint = ward.desk(Ward.CARE).endpoint();
    private final Rulebook rules = Ward.RULES;

    @Test
    void anOfferIsAcceptedThereAndWithdrawnAfterwards() throws Exception {
        InMemory records = new InMemory(Map.of(Ward.CARE, new ArrayList<>(List.of(ward.folder("h1")))));
        // <calling>
        Map<String, TaskDesk> desks = Map.of("Bearer care", new TaskDesk(endpoint, rules, Limits.standard()));
        Callers callers = request ->
                Optional.ofNullable(request.getHeader("Authorization")).map(desks::get);
        // </calling>
        try (OwnServer server = new OwnServer(ward, callers, records)) {
            IGenericClient ehr = server.ehr("care");
            Task task = read(ehr);
            assertThat(ehr.update()
                            .resource(task.setStatus(TaskStatus.RECEIVED))
                            .execute()
                            .getId()
                            .getIdPart())
                    .isEqualTo(id);
            assertThat(server.get("/Task").statusCode()).isEqualTo(401);

            TaskDesk desk = desks.get("Bearer care");
            Folder folder = records.holding(Ward.CARE, "Task", id).orElseThrow();
            Act act = Act.of(CommandId.of("withdraws"), Ward.SENDER, Stamp.at(records.now()));
            InHandoff withdraws =
                    new InHandoff(HandoffId.of("h1"), Ward.RUN, new WithdrawOffer(1, Code.of("found-another")));
            Outcome<CoordinationRecord, Entry> outcome = folder.record().decide(withdraws, act, records.salt(), rules);
            // <laying>
            Absorbed laid = desk.lay(outcome.orThrow().state(), folder.links(), records.salt(), records.now());
            boolean stored = records.store(folder, laid);
            // </laying>

            assertThat(stored).isTrue();
            assertThat(read(ehr).getStatus()).isEqualTo(TaskStatus.CANCELLED);
        }
    }

    private Task read(IGenericClient ehr) {
        return ehr.read().resource(Task.class).withId(id).execute();
    }
}
